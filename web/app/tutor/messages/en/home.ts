/** The page for whoever comes to Tutor for the first time. */
export const home = {
  'tutor.home.description':
    'Lower-secondary mathematics in Arabic and English: exercises at your child’s level, every step explained, and your consent first.',
  'tutor.home.kicker': 'Lower-secondary mathematics, in Arabic and English',
  'tutor.home.title': 'Your child understands each step. You are at ease.',
  'tutor.home.lead':
    'Short exercises at exactly the right level, and an explanation that takes them by the hand when they slip. You see how it goes, and decide what is kept.',
  'tutor.home.start': 'Start with your child',
  'tutor.home.learner': 'I am a learner',
  'tutor.home.promise.trial': 'Free trial',
  'tutor.home.promise.ads': 'No advertising',
  'tutor.home.promise.stop': 'Cancel whenever you like',

  'tutor.home.steps.title': 'How does it start?',
  'tutor.home.steps.add.title': 'Add your child',
  'tutor.home.steps.add.text': 'A name and a PIN that you choose. No e-mail address and no phone for the child.',
  'tutor.home.steps.consent.title': 'Consent to what you want',
  'tutor.home.steps.consent.text':
    'Purpose by purpose, after a short and plain text, with a step no child could take for you.',
  'tutor.home.steps.practise.title': 'They practise every day',
  'tutor.home.steps.practise.text':
    'Ten minutes are enough. The next exercise follows from what they understood and what is due again.',
  'tutor.home.steps.follow.title': 'Follow how it goes',
  'tutor.home.steps.follow.text': 'What they master, the time they spent and what they asked, on one page.',

  'tutor.home.example': 'An exercise, for example',
  'tutor.home.example.question': 'If $3x + 5 = 20$, what is $x$?',
  'tutor.home.example.step.1': 'Take $5$ from both sides: $3x = 15$',
  'tutor.home.example.step.2': 'Divide both sides by $3$: $x = 5$',
  'tutor.home.example.praise': 'Well done! This skill just grew stronger.',
  'tutor.home.example.skill': 'Linear equations',

  'tutor.home.safe.title': 'Consent and safety come first',
  'tutor.home.safe.text': 'It is your child’s data, and your decision.',
  'tutor.home.safe.you': 'Nothing without your consent',
  'tutor.home.safe.you.text':
    'We keep no answers, and no machine tutor speaks with your child, before you have agreed to each purpose on its own.',
  'tutor.home.safe.proof': 'Proof that it is you',
  'tutor.home.safe.proof.text':
    'A second step with your card: a small amount, given back at once. Or we check your identity.',
  'tutor.home.safe.back': 'Take it back at any time',
  'tutor.home.safe.back.text':
    'It counts at once, even in the middle of a conversation, and what was kept for that purpose is erased.',
  'tutor.home.safe.receipt': 'A receipt for each consent',
  'tutor.home.safe.receipt.text': 'With the text you read, word for word. Anybody can verify it.',
  'tutor.home.safe.talk': 'Conversations you can read',
  'tutor.home.safe.talk.text':
    'You can read whatever your child asks the machine tutor. We send neither name nor data outside.',

  'tutor.home.price.title': 'What does it cost?',
  'tutor.home.price.lead':
    '{days, plural, =0 {A plain price, and no hidden fees.} one {The first day is free.} other {The first # days are free.}}',
  'tutor.home.price.month': 'a month',
  'tutor.home.price.year': 'or {amount} a year',
  'tutor.home.price.learners': '{count, plural, one {For one learner} other {For # learners}}',
  'tutor.home.price.extra': '{amount} for each further learner, up to {max}',
  'tutor.home.price.small':
    'Prices include VAT. You pay by card through Paymob, and nothing is charged before the trial ends.',

  'tutor.home.faq.title': 'What parents ask',
  'tutor.home.faq.age': 'For which age?',
  'tutor.home.faq.age.text':
    'For lower-secondary pupils and whoever revises with them. At 18 the account becomes the learner’s own, by itself.',
  'tutor.home.faq.net': 'Does it work on a weak network?',
  'tutor.home.faq.net.text': 'Yes. Pages are light, and what is answered offline counts once the network is back.',
  'tutor.home.faq.two': 'Can we both follow it, father and mother?',
  'tutor.home.faq.two.text':
    'Yes. One of you invites the other, and each has their own rights: to follow, to pay or to consent.',
  'tutor.home.faq.stop': 'And if we stop?',
  'tutor.home.faq.stop.text':
    'You cancel on your page, no questions asked, and the subscription runs to the end of its period. You can download all data, or have it erased.',
  'tutor.home.close.title': 'Let us begin with one exercise.',
} as const
