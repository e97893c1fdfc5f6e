/** Plans, the subscription and its invoices. */
export const billing = {
  'plan.title': 'Choose a plan',
  'plan.lead': 'Prices hold the value-added tax.',
  'plan.lead.trial':
    '{days, plural, =0 {} one {The first day is free, without a card.} other {The first # days are free, without a card.}}',
  'plan.choose': 'Plan',
  'plan.none': 'Please choose a plan.',
  'plan.cycle': 'Paid',
  'plan.cycle.monthly': 'Every month',
  'plan.cycle.quarterly': 'Every three months',
  'plan.cycle.yearly': 'Every year',
  'plan.per.monthly': 'a month',
  'plan.per.quarterly': 'every three months',
  'plan.per.yearly': 'a year',
  'plan.learners': 'For whom?',
  'plan.learner.none': 'Please choose at least one learner.',
  'plan.start': 'Go on to pay',
  'plan.start.trial': '{days, plural, =0 {Start the trial} one {Start # free day} other {Start # free days}}',
  'plan.small': 'You pay on Paymob’s page. Cancel when you like; what is paid stays until it is over.',
  'plan.small.trial':
    'We ask for no card now, and charge nothing at the end of the trial unless you add a card yourself.',
  'plan.covered': 'All your children are part of a subscription.',
  'billing.title': 'Subscription and invoices',
  'billing.pay_now': 'Pay now',
} as const
