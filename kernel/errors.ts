/**
 * How the platform says no. A *refusal* is an expected answer from a module's closed list; a *fault* is somebody else's
 * trouble (a provider, the network) that a job may retry; everything else that is thrown is a bug and ends as a 500.
 * Turning them into responses is the work of http/problem.ts, nowhere else.
 */

/** Whether the caller may try again: never as it is, later unchanged, or at once with the same idempotency key. */
export type Retry = 'never' | 'later' | 'same-key'

/** One entry of a module's closed list. `say` holds the sentence for the person, per language; `{name}` marks a value. */
export interface RefusalKind {
  readonly code: string
  readonly status: number
  readonly retry: Retry
  readonly say: { readonly en: string; readonly [language: string]: string }
}

type RefusalSpec = Omit<RefusalKind, 'code'>

/** Declares a module's refusals; the key becomes the stable code `module.key`. */
export function defineErrors<const K extends string>(
  module: string,
  specs: Record<K, RefusalSpec>,
): Record<K, RefusalKind> {
  const kinds = {} as Record<K, RefusalKind>
  for (const key of Object.keys(specs) as K[]) kinds[key] = Object.freeze({ code: `${module}.${key}`, ...specs[key] })
  return Object.freeze(kinds)
}

/** Values put into the sentence and into the problem document's `values`. Never a secret: they are shown. */
export type RefusalValues = Readonly<Record<string, string | number | bigint>>

export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly values: RefusalValues
  /** Field name → refusal of that field, for forms. */
  readonly fields: Readonly<Record<string, RefusalKind>>
  constructor(kind: RefusalKind, values: RefusalValues = {}, fields: Record<string, RefusalKind> = {}) {
    super(kind.code)
    this.name = 'Refusal'
    this.kind = kind
    this.values = values
    this.fields = fields
  }
}

/** Throws the refusal; the return type lets it stand where a value is expected. */
export function refuse(kind: RefusalKind, values?: RefusalValues, fields?: Record<string, RefusalKind>): never {
  throw new Refusal(kind, values, fields)
}

/** True when `error` is exactly this refusal. */
export function isRefusal(error: unknown, kind?: RefusalKind): error is Refusal {
  return error instanceof Refusal && (kind === undefined || error.kind.code === kind.code)
}

/** A provider or the network failed; the outcome may be unknown. Jobs retry it with backoff, a request answers 503. */
export class Fault extends Error {
  readonly service: string
  /** True when the call may have been carried out all the same. */
  readonly outcomeUnknown: boolean
  constructor(service: string, message: string, options: { outcomeUnknown?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'Fault'
    this.service = service
    this.outcomeUnknown = options.outcomeUnknown ?? false
  }
}

/** Refusals that belong to the runtime itself, not to a module. */
export const kernelErrors = defineErrors('kernel', {
  invalid_input: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Some of the information is missing or not valid.',
      fr: 'Certaines informations manquent ou ne sont pas valides.',
      ar: 'بعض البيانات ناقص أو غير صحيح.',
    },
  },
  required: {
    status: 422,
    retry: 'never',
    say: { en: 'Please fill this in.', fr: 'Ce champ est à remplir.', ar: 'من فضلك املأ هذه الخانة.' },
  },
  malformed: {
    status: 422,
    retry: 'never',
    say: { en: 'This does not look right.', fr: 'Cette valeur n’est pas valide.', ar: 'هذه القيمة غير صحيحة.' },
  },
  not_found: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find that.', fr: 'Introuvable.', ar: 'لم نجد ما تبحث عنه.' },
  },
  sign_in_required: {
    status: 401,
    retry: 'never',
    say: { en: 'Please sign in first.', fr: 'Connectez-vous d’abord.', ar: 'سجّل الدخول أولًا من فضلك.' },
  },
  forbidden: {
    status: 403,
    retry: 'never',
    say: {
      en: 'You are not allowed to do that.',
      fr: 'Vous n’avez pas le droit de faire cela.',
      ar: 'ليس لديك إذن بذلك.',
    },
  },
  cross_site: {
    status: 403,
    retry: 'never',
    say: {
      en: 'This request came from another site and was refused.',
      fr: 'Cette demande vient d’un autre site et a été refusée.',
      ar: 'جاء هذا الطلب من موقع آخر، فرفضناه.',
    },
  },
  too_many_requests: {
    status: 429,
    retry: 'later',
    say: {
      en: 'Too many attempts. Please wait {seconds} and try again.',
      fr: 'Trop de tentatives. Patientez {seconds} puis réessayez.',
      ar: 'محاولات كثيرة. انتظر {seconds} ثم حاول مرة أخرى.',
    },
  },
  key_required: {
    status: 400,
    retry: 'never',
    say: {
      en: 'This act needs an Idempotency-Key.',
      fr: 'Cette action demande une clé Idempotency-Key.',
      ar: 'يحتاج هذا الإجراء إلى Idempotency-Key.',
    },
  },
  key_reused: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This form was already sent with other content. Open it again and retry.',
      fr: 'Ce formulaire a déjà été envoyé avec un autre contenu. Rouvrez-le puis réessayez.',
      ar: 'أُرسل هذا النموذج من قبل بمحتوى آخر. افتحه من جديد ثم حاول.',
    },
  },
  in_progress: {
    status: 409,
    retry: 'same-key',
    say: {
      en: 'This is already being done. Please wait a moment.',
      fr: 'C’est déjà en cours. Patientez un instant.',
      ar: 'يجري تنفيذ هذا الآن. انتظر لحظة من فضلك.',
    },
  },
  too_large: {
    status: 413,
    retry: 'never',
    say: { en: 'That is too large.', fr: 'C’est trop volumineux.', ar: 'هذا أكبر من المسموح.' },
  },
  unavailable: {
    status: 503,
    retry: 'later',
    say: {
      en: 'A service we depend on is not answering. Nothing was lost; please try again in a moment.',
      fr: 'Un service dont nous dépendons ne répond pas. Rien n’est perdu ; réessayez dans un instant.',
      ar: 'خدمة نعتمد عليها لا تستجيب. لم يضع شيء؛ حاول بعد لحظات.',
    },
  },
  internal: {
    status: 500,
    retry: 'later',
    say: {
      en: 'Something went wrong on our side. Give support this number: {request_id}.',
      fr: 'Un problème est survenu chez nous. Donnez ce numéro au support : {request_id}.',
      ar: 'حدث خطأ عندنا. أعطِ فريق الدعم هذا الرقم: {request_id}.',
    },
  },
})
