/** How media refuses. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('media', {
  not_a_picture: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This file is no picture we can read. Choose a JPEG, PNG, WebP or AVIF picture.',
      fr: 'Ce fichier n’est pas une image que nous savons lire. Choisissez une image JPEG, PNG, WebP ou AVIF.',
      ar: 'هذا الملف ليس صورة يمكننا قراءتها. اختر صورة JPEG أو PNG أو WebP أو AVIF.',
    },
  },
  heic_unsupported: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This iPhone picture (HEIC) cannot be read here. Send it as a JPEG, or take a screenshot of it and choose that.',
      fr: 'Cette photo d’iPhone (HEIC) ne peut pas être lue ici. Envoyez-la en JPEG, ou faites-en une capture d’écran et choisissez celle-ci.',
      ar: 'لا يمكن قراءة صورة الآيفون هذه (HEIC) هنا. أرسلها بصيغة JPEG، أو التقط لها صورة شاشة واخترها.',
    },
  },
  too_heavy: {
    status: 413,
    retry: 'never',
    say: {
      en: 'This picture is too heavy: {max} MB at most. Choose a lighter one.',
      fr: 'Cette image est trop lourde : {max} Mo au plus. Choisissez-en une plus légère.',
      ar: 'حجم هذه الصورة كبير: الحد الأقصى {max} ميجابايت. اختر صورة أخف.',
    },
  },
  too_big: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This picture has too many points: {max} million at most. Choose a smaller one.',
      fr: 'Cette image a trop de points : {max} millions au plus. Choisissez-en une plus petite.',
      ar: 'نقاط هذه الصورة كثيرة: الحد الأقصى {max} مليون نقطة. اختر صورة أصغر.',
    },
  },
  too_small: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This picture is too small to look good. Choose one of at least {width} × {height} points.',
      fr: 'Cette image est trop petite pour être belle. Choisissez-en une d’au moins {width} × {height} points.',
      ar: 'هذه الصورة أصغر من أن تظهر جيدًا. اختر صورة لا تقل عن {width} × {height} نقطة.',
    },
  },
  broken: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This picture is damaged or did not arrive whole. Try again, or choose another one.',
      fr: 'Cette image est abîmée ou n’est pas arrivée en entier. Réessayez, ou choisissez-en une autre.',
      ar: 'هذه الصورة تالفة أو لم تصل كاملة. حاول مرة أخرى، أو اختر غيرها.',
    },
  },
  too_many: {
    status: 409,
    retry: 'never',
    say: {
      en: 'You have sent 100 pictures, which is all we keep for one person. Those you do not use go within a few days.',
      fr: 'Vous avez envoyé 100 images, le maximum gardé par personne. Celles que vous n’utilisez pas partent en quelques jours.',
      ar: 'أرسلت مئة صورة، وهو أكثر ما نحفظه لشخص واحد. ما لا تستخدمه منها يُحذف خلال أيام قليلة.',
    },
  },
  busy: {
    status: 503,
    retry: 'later',
    say: {
      en: 'Many pictures are being prepared just now. Try again in a moment.',
      fr: 'Beaucoup d’images sont en préparation en ce moment. Réessayez dans un instant.',
      ar: 'صور كثيرة قيد التجهيز الآن. حاول بعد لحظات.',
    },
  },
})
