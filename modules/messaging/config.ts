/** What delivery needs from the environment besides the kernel's SMTP_URL and MAIL_FROM. */
import { defineConfig } from '../../kernel/setting.ts'

export const config = defineConfig({
  smsUrl: {
    env: 'SMS_GATEWAY_URL',
    kind: 'url',
    secret: true,
    meaning:
      'SMS gateway: Twilio as twilio://<account sid>:<auth token>@api.twilio.com?from=<sender>. Unset: SMS go to the development outbox; production must set it.',
  },
})
