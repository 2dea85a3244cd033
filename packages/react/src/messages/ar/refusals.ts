import type { LanguageWords } from '../language.js'

/** Why something was refused, in Arabic. */
export const failures = {
  unauthenticated: { title: 'لم يتم تسجيل الدخول', text: 'يُرجى تسجيل الدخول ثم إعادة المحاولة.' },
  access_suspended: {
    title: 'وصولك معلّق',
    text: 'لا يمكن لحسابك القيام بأي إجراء حاليًا. يُرجى الطلب من أحد المسؤولين مراجعة حالته.',
  },
  not_found: {
    title: 'غير موجود',
    text: 'هذا العنصر غير موجود أو لا يحق لك عرضه. يُرجى التحقق من الرابط أو العودة إلى القائمة.',
  },
  invalid_input: {
    title: 'يُرجى مراجعة المدخلات',
    text: ({ issues }) => issues.map(({ message }) => message).join(' '),
  },
  invalid_cursor: {
    title: 'لم تعد هذه الصفحة متاحة',
    text: 'فُتحت القائمة ببحث آخر أو من شخص آخر. يُرجى البدء من الصفحة الأولى.',
  },
  stale_version: {
    title: 'سبق التغيير من شخص آخر',
    text: 'غيّر شخص آخر هذا أثناء فتحه لديك. يُرجى إعادة التحميل ومراجعة التغيير ثم إعادة المحاولة.',
  },
  invalid_transition: {
    title: 'غير ممكن في هذه الحالة',
    text: 'لا يمكن القيام بذلك الآن. يُرجى إعادة التحميل لمعرفة الحالة الحالية.',
  },
  user_name_taken: {
    title: 'اسم المستخدم محجوز',
    text: ({ userName }) => `يستخدم شخص آخر «${userName}». يُرجى اختيار اسم مستخدم آخر.`,
  },
  not_permitted: {
    title: 'دورك لا يسمح بذلك',
    text: ({ organization }) =>
      `دورك لا يسمح بذلك في ${organization}. يُرجى الرجوع إلى أحد مسؤوليها.`,
  },
  outranked: {
    title: 'صلاحيات هذا الشخص أعلى من صلاحياتك',
    text: 'لدى هذا الشخص صلاحيات ليست لديك. يُرجى الرجوع إلى مسؤول في مؤسسة أعلى.',
  },
  same_rank: {
    title: 'صلاحيات هذا الشخص مساوية لصلاحياتك',
    text: 'لدى هذا الشخص الصلاحيات نفسها. لا يمكن ذلك إلا لمسؤول في مؤسسة أعلى.',
  },
  own_account: {
    title: 'ليس على حسابك',
    text: 'لا يمكنك القيام بذلك على حسابك. يُرجى الطلب من مسؤول آخر.',
  },
  grant_exceeds_rights: {
    title: 'لا يمكنك منح هذا الدور',
    text: ({ role, organization }) =>
      `لا يمكنك إلا منح أدوار تملك صلاحياتها: الدور ${role} في ${organization} يتجاوزها.`,
  },
  last_administrator: {
    title: 'المسؤول الأخير',
    text: ({ organization }) => `ستبقى ${organization} بلا مسؤول. يُرجى تعيين مسؤول آخر أولًا.`,
  },
  managed_by_sso: {
    title: 'يُدار عبر الدخول الموحّد',
    text: ({ organization, provider }) =>
      `يُدار أشخاص ${organization} في ${provider}. يُرجى إجراء التغيير هناك.`,
  },
  field_owned_elsewhere: {
    title: 'يُدار في مكان آخر',
    text: ({ field, owner }) => `يُدار ${field} بواسطة ${owner}. يُرجى تغييره هناك.`,
  },
  role_already_given: {
    title: 'الدور ممنوح بالفعل',
    text: ({ role, organization }) =>
      `لدى هذا الشخص الدور ${role} في ${organization} بالفعل. يُرجى سحبه أولًا لمنحه من جديد.`,
  },
  persona_already_given: {
    title: 'الصفة ممنوحة بالفعل',
    text: ({ persona }) => `لدى هذا الشخص الصفة ${persona} بالفعل. يُرجى تحريرها بدلًا من ذلك.`,
  },
  name_taken: {
    title: 'الاسم محجوز',
    text: ({ name }) => `يوجد هنا «${name}» بالفعل. يُرجى اختيار اسم آخر.`,
  },
  too_many_authenticators: {
    title: 'وسائل مصادقة أكثر من اللازم',
    text: ({ type, limit }) =>
      `لدى هذا الشخص ${limit} من النوع ${type}، وهو الحد المسموح به. يُرجى حذف واحدة أولًا.`,
  },
  not_managed_by_sso: {
    title: 'لا يُدار عبر الدخول الموحّد',
    text: 'لا تُدار هذه المؤسسة عبر الدخول الموحّد، لذا لا ينطبق أي ربط.',
  },
  user_name_mismatch: {
    title: 'اسم المستخدم غير مطابق',
    text: 'يُرجى كتابة اسم المستخدم كما هو معروض تمامًا لتأكيد الشخص المقصود.',
  },
  not_restorable: {
    title: 'فات أوان الاستعادة',
    text: 'انتهت المدة التي كانت استعادة هذا الشخص ممكنة خلالها.',
  },
  user_deleted: { title: 'هذا الشخص محذوف', text: 'هذا الشخص محذوف. تُرجى استعادته أولًا.' },
  not_locked: { title: 'غير مقفل', text: 'هذا الشخص غير مقفل، فلا يوجد ما يُلغى قفله.' },
  already_locked: { title: 'مقفل بالفعل', text: 'هذا الشخص مقفل بالفعل من أحد المسؤولين.' },
  already_activated: { title: 'مُفعّل بالفعل', text: 'تم تفعيل هذا الشخص بالفعل.' },
  already_deactivated: { title: 'معطّل بالفعل', text: 'هذا الشخص معطّل بالفعل.' },
  not_deactivated: { title: 'غير معطّل', text: 'هذا الشخص غير معطّل، فلا يوجد ما يُعاد تفعيله.' },
  already_deleted: { title: 'محذوف بالفعل', text: 'هذا الشخص محذوف بالفعل.' },
  not_deleted: {
    title: 'غير محذوف',
    text: 'هذا الشخص غير محذوف، فلا يوجد ما يُستعاد أو يُحذف نهائيًا.',
  },
  secret_unusable: {
    title: 'لا يمكن استخدام هذا الرابط أو الرمز',
    text: 'ربما استُخدم من قبل، أو حل محله أحدث منه، أو انتهت مدته. يُرجى طلب واحد جديد من أحد المسؤولين.',
  },
  other_account: {
    title: 'تم تسجيل الدخول بحساب آخر',
    text: 'هذا الرابط لشخص غير الذي سجّل الدخول هنا. يُرجى تسجيل الخروج أولًا ثم فتحه من جديد.',
  },
  not_configured: {
    title: 'غير مُعدّ هنا',
    text: ({ needed }) =>
      `هذه البوابة غير مُعدّة لذلك: ينقصها ${needed}. يُرجى الرجوع إلى من يدير البوابة.`,
  },
  federated_only: {
    title: 'لا كلمة مرور هنا',
    text: 'يسجّل هذا الشخص الدخول عبر مزوّد الهوية فقط، فلا توجد كلمة مرور لإعادة تعيينها هنا. تُرجى إعادة تعيينها هناك.',
  },
  no_password: {
    title: 'لا كلمة مرور بعد',
    text: 'ليست لهذا الشخص كلمة مرور، فلا يوجد ما يُزال أو تُنهى صلاحيته.',
  },
  no_secret_code: {
    title: 'لا رمز سري بعد',
    text: 'لم يختر هذا الشخص رمزًا سريًا بعد، فلا يوجد ما يُعاد تعيينه. يُرجى إرسال رابط تسجيل بدلًا من ذلك.',
  },
  factor_needed: {
    title: 'يلزم عامل ثانٍ',
    text: 'يُرجى تسجيل عامل ثانٍ أولًا، مثل مفتاح أمان أو تطبيق مصادقة.',
  },
  ceremony_refused: { title: 'لم تُقبل وسيلة المصادقة', text: ({ reason }) => reason },
  security_key_taken: {
    title: 'هذا المفتاح مسجل بالفعل',
    text: 'مفتاح الأمان هذا مسجل بالفعل، هنا أو لشخص آخر. يُرجى استخدام مفتاح آخر.',
  },
  stale_plan: {
    title: 'لم تعد الخطة صحيحة',
    text: 'تغيّر شيء منذ إعداد الخطة، لذلك لم يُنفَّذ أي شيء. أعِد إعداد الخطة وانظر ما الذي اختلف.',
  },
  idempotency_key_reused: {
    title: 'استُخدم هذا المفتاح لغرض آخر',
    text: 'سبق إرسال مفتاح عدم التكرار مع طلب آخر. يُرجى إرسال كل تغيير بمفتاح خاص به.',
  },
  already_done: {
    title: 'تم بالفعل',
    text: 'نُفّذ هذا في المرة الأولى، وما عُرض حينها يُعرض مرة واحدة ولا يُحفظ. يُرجى إنشاء واحد جديد.',
  },
  busy: {
    title: 'مشغول',
    text: 'أُجريت تغييرات كثيرة في الوقت نفسه. لم يتغير شيء؛ تُرجى إعادة المحاولة بعد قليل.',
  },
  unavailable: {
    title: 'غير متاح',
    text: 'تعذّر الوصول إلى الخدمة أو حدث فيها خطأ داخلي. لم يتغير شيء؛ تُرجى إعادة المحاولة بعد قليل.',
  },
} satisfies LanguageWords['failures']

/** The server's other sentences, in Arabic. */
export const sentences = {
  '# failed sign-ins in a row.': 'محاولات دخول فاشلة متتالية: #.',
  '# digits': 'أرقام عددها #',
  '# to # digits': 'أرقام عددها من # إلى #',
  'at least # characters': 'أحرف عددها # على الأقل',
  'A group stands there twice.': 'ذُكرت مجموعة مرتين.',
  'A role stands there twice for the same organization.': 'ذُكر دور مرتين للمؤسسة نفسها.',
  'An address stands there twice.': 'ذُكر عنوان مرتين.',
  'An organization is named by its id.': 'تُذكر المؤسسة بمعرّفها.',
  'Every value of this facet is counted. Name none.':
    'تُحسب كل قيم هذا الحقل. يُرجى عدم ذكر أي قيمة.',
  'Make a plan of it first, look at it, and send it along.':
    'أعِدّ خطة أولًا وراجعها ثم أرسلها مع الطلب.',
  'Choose a password.': 'يُرجى اختيار كلمة مرور.',
  'Choose a time in the future, or leave it open.':
    'يُرجى اختيار وقت في المستقبل أو ترك الحقل فارغًا.',
  'Choose at least #.': 'الحد الأدنى للاختيار: #.',
  'Choose at most #.': 'الحد الأقصى للاختيار: #.',
  'Enter # digits.': 'يُرجى إدخال أرقام عددها #.',
  'Enter # to # digits.': 'يُرجى إدخال أرقام عددها من # إلى #.',
  'Enter a date and time in UTC, such as #-#-#T#:#:#Z.':
    'يُرجى إدخال تاريخ ووقت بتوقيت UTC، مثل #-#-#T#:#:#Z.',
  'Enter a language tag such as en-GB.': 'يُرجى إدخال رمز لغة، مثل ar-EG.',
  'Enter a phone number such as +# # # #.': 'يُرجى إدخال رقم هاتف، مثل +# # # #.',
  'Enter a value.': 'يُرجى إدخال قيمة.',
  'An import does not change the roles of somebody who is there already. Change them on the person’s page, or leave the cell empty.':
    'لا يغير الاستيراد أدوار شخص موجود. غيّرها في صفحة الشخص أو اترك الخلية فارغة.',
  'Leave the version as it was exported, or the cell empty.':
    'اترك الإصدار كما صُدِّر أو اترك الخلية فارغة.',
  'Several organizations are called so. Write the path from the top, or the identifier.':
    'عدة مؤسسات تحمل هذا الاسم. اكتب المسار من الأعلى أو المعرّف.',
  'There is no such organization among those that you may see. Write its name, or its path from the top.':
    'لا توجد مؤسسة كهذه بين ما يمكنك رؤيته. اكتب اسمها أو مسارها من الأعلى.',
  'This line does not have as many cells as there are headings.':
    'عدد خلايا هذا السطر لا يساوي عدد العناوين.',
  'This person belongs to another organization. Move them there first, or leave the cell as it was exported.':
    'ينتمي هذا الشخص إلى مؤسسة أخرى. انقله إليها أولًا أو اترك الخلية كما صُدِّرت.',
  'This username stands in line # already.': 'اسم المستخدم هذا موجود في السطر #.',
  'Write the attributes as JSON, such as {"department":"Sales"}, or leave the cell empty.':
    'اكتب السمات بصيغة JSON مثل {"department":"Sales"} أو اترك الخلية فارغة.',
  'Write the organization, or choose one for all lines without.':
    'اكتب المؤسسة أو اختر واحدة لكل الأسطر التي لا تذكرها.',
  'Write yes or no.': 'اكتب yes أو no.',
  'Enter an e-mail address such as name@example.com.':
    'يُرجى إدخال عنوان بريد إلكتروني، مثل name@example.com.',
  'Enter an e-mail address.': 'يُرجى إدخال عنوان بريد إلكتروني.',
  'Exactly one address must be the primary one.': 'يجب أن يكون عنوان واحد فقط هو الأساسي.',
  'It contains a broken character. Type it again.': 'يوجد حرف تالف. تُرجى الكتابة من جديد.',
  'It contains a broken or invisible character. Type it again.':
    'يوجد حرف تالف أو غير مرئي. تُرجى الكتابة من جديد.',
  'It contains an invisible control character. Type it again.':
    'يوجد حرف تحكم غير مرئي. تُرجى الكتابة من جديد.',
  'Somebody is named twice. Name each person once.': 'ذُكر شخص مرتين. يُرجى ذكر كل شخص مرة واحدة.',
  'That is not the code that the app shows now. Check the clock of the phone, and enter the current code.':
    'ليس هذا الرمز الذي يعرضه التطبيق الآن. يُرجى التحقق من ساعة الهاتف وإدخال الرمز الحالي.',
  'That took too long. Start again.': 'استغرق ذلك وقتًا طويلًا. يُرجى البدء من جديد.',
  'The answer of the security key is too large.': 'استجابة مفتاح الأمان أكبر من اللازم.',
  'The end must be after the beginning.': 'يجب أن تكون النهاية بعد البداية.',
  'The registration took too long or was begun anew elsewhere. Start it again.':
    'استغرق التسجيل وقتًا طويلًا أو بدأ من جديد في مكان آخر. يُرجى بدؤه مرة أخرى.',
  'There is no such group at this organization or above it. Choose one from the list.':
    'لا توجد هذه المجموعة في هذه المؤسسة ولا فوقها. يُرجى الاختيار من القائمة.',
  'There is no such persona. Choose one from the list.':
    'لا توجد هذه الصفة. يُرجى الاختيار من القائمة.',
  'There is no such role. Choose one from the list.': 'لا يوجد هذا الدور. يُرجى الاختيار من القائمة.',
  'This field is not known here. Remove it.': 'هذا الحقل غير معروف هنا. تُرجى إزالته.',
  'This is little more than a name that others know. Choose something that has nothing to do with you or the organization.':
    'هذا لا يكاد يزيد عن اسم يعرفه الآخرون. يُرجى اختيار ما لا صلة له بك أو بالمؤسسة.',
  'This is not an identifier. Choose from the list.': 'هذا ليس معرّفًا. يُرجى الاختيار من القائمة.',
  'This is not in the expected form.': 'الصيغة غير متوقعة.',
  'This is not the whole link. Copy it again.': 'هذا ليس الرابط كاملًا. يُرجى نسخه من جديد.',
  'This is the password that has to be replaced. Choose another one.':
    'هذه هي كلمة المرور التي يجب استبدالها. يُرجى اختيار غيرها.',
  'This is too easy to guess. Do not use one digit throughout, or digits that count up or down.':
    'يسهل تخمين هذا. يُرجى عدم تكرار رقم واحد وعدم استخدام أرقام متتالية.',
  'This is too easy to guess. Use more different characters.':
    'يسهل تخمين هذا. يُرجى استخدام أحرف أكثر تنوعًا.',
  'This key is not registered for you, or it is locked. Use another one.':
    'هذا المفتاح غير مسجل لك أو أنه مقفل. يُرجى استخدام مفتاح آخر.',
  'This password is among the first that are tried by those who break in. Choose another one.':
    'كلمة المرور هذه من أول ما يجربه المخترقون. يُرجى اختيار غيرها.',
  'This value is not accepted here.': 'هذه القيمة غير مقبولة هنا.',
  'Setting up the app took too long or was begun anew. Start it again.':
    'استغرق إعداد التطبيق وقتًا طويلًا أو بدأ من جديد. يُرجى بدؤه مرة أخرى.',
  'Use # or less.': 'القيمة القصوى: #.',
  'Use # or more.': 'القيمة الدنيا: #.',
  'Use at least # characters.': 'الحد الأدنى لعدد الأحرف: #.',
  'Use at least # characters. A few words in a row are easy to remember.':
    'الحد الأدنى لعدد الأحرف: #. يسهل تذكّر بضع كلمات متتابعة.',
  'Use at most # characters.': 'الحد الأقصى لعدد الأحرف: #.',
  'Use letters, digits and signs such as . _ - @, without spaces.':
    'يُرجى استخدام أحرف وأرقام وعلامات مثل . _ - @ بلا مسافات.',
} satisfies LanguageWords['sentences']
