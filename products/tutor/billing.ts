/**
 * What Tutor sells, and on which terms. Prices are in piasters and hold the tax; what governs a period is frozen onto it when it is
 * billed, so a change here holds for whoever starts after it. Prices of those who are there already are announced by staff.
 */
import { assert } from '../../kernel/assert.ts'
import { grantQuota, quotaOf } from '../../modules/metering/api.ts'
import type { SubscriptionsPolicy } from '../../modules/subscriptions/api.ts'

const cycles = (month: bigint, quarter: bigint, year: bigint) => (extra: readonly [bigint, bigint, bigint]) => ({
  monthly: { base_minor: month, extra_minor: extra[0] },
  quarterly: { base_minor: quarter, extra_minor: extra[1] },
  yearly: { base_minor: year, extra_minor: extra[2] },
})

export const subscriptions: SubscriptionsPolicy = {
  plans: [
    {
      code: 'basic',
      name: { ar: 'الأساسية', en: 'Basic' },
      holds: [
        { ar: 'كلّ دروس الرياضيات وتمارينها', en: 'All lessons and exercises of mathematics' },
        { ar: 'مراجعات في وقتها المناسب', en: 'Reviews at the right moment' },
        { ar: 'المعلّم الآلي: حوالي 30 سؤالًا في الشهر', en: 'The tutor: about 30 questions a month' },
      ],
      rank: 1,
      seats: { included: 1, max: 2 },
      prices: cycles(19_900n, 54_900n, 199_000n)([9_900n, 27_900n, 99_000n]),
      allowances: [{ meter: 'ai_tokens', amount: 60_000n }],
    },
    {
      code: 'plus',
      name: { ar: 'المميّزة', en: 'Plus' },
      holds: [
        { ar: 'كلّ ما في الباقة الأساسية', en: 'Everything in Basic' },
        { ar: 'المعلّم الآلي: حوالي 150 سؤالًا في الشهر', en: 'The tutor: about 150 questions a month' },
        {
          ar: 'حتى ثلاثة أطفال، وكلّ طفل بعد الأول بنصف السعر تقريبًا',
          en: 'Up to three children, each after the first at about half the price',
        },
      ],
      rank: 2,
      seats: { included: 1, max: 3 },
      prices: cycles(29_900n, 82_900n, 299_000n)([14_900n, 41_900n, 149_000n]),
      allowances: [{ meter: 'ai_tokens', amount: 300_000n }],
    },
    {
      code: 'family',
      name: { ar: 'العائلية', en: 'Family' },
      holds: [
        { ar: 'كلّ ما في الباقة المميّزة', en: 'Everything in Plus' },
        { ar: 'ثلاثة أطفال، ويمكن إضافة طفلين', en: 'Three children, and two more can join' },
      ],
      rank: 3,
      seats: { included: 3, max: 5 },
      prices: cycles(49_900n, 139_900n, 499_000n)([9_900n, 27_900n, 99_000n]),
      allowances: [{ meter: 'ai_tokens', amount: 300_000n }],
    },
  ],
  trial_days: 14,
  remind_days: 3,
  pending_days: 2,
  retry_days: [1, 3, 7],
  grace_days: 7,
  cancel_days: 30,
  tax_basis_points: 1400,
  pause_days_max: 60,
  price_notice_days: 30,
  refund_alone_max_minor: 50_000n,
  ending_now: 'refund_unused',
  late_money: 'give_back',
  invoice_prefix: 'TUT',
  used: quotaOf,
  async allow(ctx, tx, { meter, ...allowance }) {
    assert(meter === 'ai_tokens' || meter === 'speech_seconds', `nothing counts ${meter}`)
    await grantQuota(ctx, tx, { ...allowance, meter })
  },
}
