/** The keys that sign vouchers. */
import { defineConfig } from '../../kernel/setting.ts'
import { readPublicKey } from './tokens.ts'

export const config = defineConfig({
  signingKey: {
    env: 'REDEMPTION_SIGNING_KEY',
    kind: 'signing-key',
    generate: true,
    secret: true,
    meaning: 'Signs the QR codes of vouchers (Ed25519). To change it, first add its public key to the previous ones.',
  },
  previousKeys: {
    env: 'REDEMPTION_PREVIOUS_KEYS',
    kind: 'text',
    default: '',
    meaning:
      'Public keys (SPKI, base64, comma separated) whose QR codes are still honoured: openssl pkey -in old.pem -pubout -outform DER | base64.',
    check: (text) => (listOf(text).every(isPublicKey) ? undefined : 'Ed25519 public keys, base64, comma separated'),
  },
})

export function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function isPublicKey(text: string): boolean {
  try {
    readPublicKey(text)
    return true
  } catch {
    return false
  }
}
