/** What Tutor says on a person's own pages: signing in, first steps. What every product says there: app/account/messages. */
export const account = {
  'tutor.nav.guardian': 'My children',
  'sign_in.phone.hint': 'An Egyptian mobile number, or with the country code (+966…).',
  'welcome.lead': 'Your name and date of birth, then we add your children.',
  'profile.first_name.hint': 'As you like to be called.',
  'profile.date_of_birth.hint': 'So that we know you are 18. Nobody sees it.',
  'account.identity_needed': 'We need to verify who you are before we can take your consent.',
  'identity.check.required': 'We need a document that shows who you are before we can take your consent.',
  'preferences.lead': 'Sign-in codes and whatever concerns your child’s safety always reach you.',
  'preferences.channel.in_app': 'Here, in Tutor',
  'preferences.category.learning': 'How learning goes',
  'preferences.category.billing': 'Subscription and invoices',

  'choice.title': 'Who is signing in?',
  'choice.adult': 'I am a parent or guardian',
  'choice.adult.text': 'Or a learner of 18 or more. With a phone number.',
  'choice.learner': 'I am a learner',
  'choice.learner.text': 'I have a name and a PIN from my parent or guardian.',

  'learner_sign_in.title': 'Hello, champion',
  'learner_sign_in.lead': 'Your sign-in name and your PIN.',
  'learner_sign_in.username': 'Sign-in name',
  'learner_sign_in.pin': 'PIN',
  'learner_sign_in.pin.hint': '4 to 6 digits',
  'learner_sign_in.clear': 'Clear',
  'learner_sign_in.submit': 'Come in',
  'learner_sign_in.lost': 'PIN forgotten? Your parent or guardian can change it on their page.',
} as const
