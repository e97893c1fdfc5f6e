/** Wording that every product shares, in Arabic. Figures are written either way: the visitor's choice replaces them. */
import type { fr } from './fr.ts'

export const ar: Record<keyof typeof fr, string> = {
  'shell.skip': 'انتقل إلى المحتوى',
  'shell.nav': 'القائمة الرئيسية',
  'shell.language': 'اللغة',
  'shell.digits': 'شكل الأرقام',
  'shell.help': 'عندك سؤال؟ اكتب لنا:',

  'form.busy': 'لحظة من فضلك…',
  'form.optional': 'اختياري',
  'form.invalid': 'راجع الخانات المشار إليها أدناه.',
  'form.failed': 'لم يكتمل طلبك. حاول مرة أخرى.',
  'form.second_factor': 'الرمز من تطبيق المصادقة',
  'form.second_factor.hint': '6 أرقام، أو أحد رموز الاسترداد.',

  'progress.label': '{percent}% من الهدف',
  'progress.of': 'من {target}',

  'timeline.done': 'تمّ',
  'timeline.current': 'جارٍ الآن',
  'timeline.next': 'لاحقًا',
  'timeline.failed': 'يحتاج إلى انتباه',

  'pagination.label': 'الصفحات',
  'pagination.first': 'العودة إلى البداية',
  'pagination.next': 'المزيد',

  'offline.title': 'لا يوجد اتصال بالإنترنت',
  'offline.text':
    'هاتفك غير متصل الآن. لن يُخصم أي مبلغ أثناء ذلك. حاول مرة أخرى عند عودة الشبكة، وإذا كنت قد أرسلت شيئًا قبل الانقطاع فتأكد أولًا من وصوله.',
  'offline.partner':
    'لا يمكن التحقق من القسيمة دون اتصال: لا تقدّم الخدمة قبل أن ترى النتيجة. حاول مرة أخرى عند عودة الشبكة.',

  'error.home': 'العودة إلى الصفحة الرئيسية',
  'error.retry': 'حاول مرة أخرى',
  'error.reference': 'رقم تذكره لفريق المساعدة: {id}',
  'error.not_found.title': 'هذه الصفحة غير موجودة',
  'error.not_found.text': 'ربما كان الرابط ناقصًا، أو أُزيلت الصفحة. إذا أرسله إليك أحد فاطلبه منه مرة أخرى.',
  'error.too_large.title': 'هذا أكبر مما نستطيع استقباله',
  'error.too_large.text': 'الملف كبير جدًا أو النص طويل جدًا. لم يُحفظ شيء: اختر صورة أخف أو اكتب نصًا أقصر.',
  'error.too_large.back': 'العودة إلى النموذج',
  'error.forbidden.title': 'هذه الصفحة ليست متاحة لك',
  'error.forbidden.text': 'أنت مسجّل الدخول، لكن حسابك لا يتيح لك فتحها.',
  'error.too_many.title': 'على مهلك…',
  'error.too_many.text': 'وصلتنا طلبات كثيرة في وقت قصير. انتظر قليلًا ثم حاول مرة أخرى.',
  'error.too_many.wait':
    'وصلتنا طلبات كثيرة في وقت قصير. حاول مرة أخرى {minutes, plural, =0 {بعد أقل من دقيقة} one {بعد دقيقة} two {بعد دقيقتين} few {بعد # دقائق} many {بعد # دقيقة} other {بعد # دقيقة}}، فلم يضِع شيء.',
  'error.gone.title': 'انتهت صلاحية هذا الرابط',
  'error.gone.text': 'اطلب رابطًا جديدًا ممن أرسله إليك.',
  'error.internal.title': 'حدث خطأ عندنا',
  'error.internal.text': 'سجّلنا الخطأ. حاول مرة أخرى بعد قليل.',
  'error.unavailable.title': 'سنعود بعد لحظات',
  'error.unavailable.text': 'الخدمة لا تستجيب الآن، ولم يضِع شيء. حاول مرة أخرى بعد قليل.',
}
