import type { SecurityKeyMessages } from '../en-security-key.js'

/** The words of registering a security key, in Japanese. */
export const securityKey = {
  name: 'キーの名前',
  nameHint: 'あとで見分けるための名前です（例：「キーホルダーの青いキー」）。',
  nameMissing: '名前を入力してください。',
  verb: 'キーを登録',
  touch: 'キーにタッチしてください',
  touchText:
    'キーをコンピューターに挿すか近づけ、ブラウザーの案内に従い、点滅したらキーにタッチしてください。',
  stop: '中止',
  done: (name) => `${name} を登録しました`,
  doneText: '次回のサインインから使用できます。',
  product: '製品',
  unknownProduct: '不明',
  close: '完了',
  notHere: 'ここではセキュリティキーを登録できません',
  problemTitle: 'キーは登録されませんでした',
  problems: {
    unsupported:
      'このブラウザーではセキュリティキーを登録できません。最新の Chrome、Edge、Firefox、Safari を使用してください。',
    insecure: 'セキュリティキーは https で開いたページでのみ登録できます。',
    dismissed:
      '中止されたか、時間内にキーがタッチされませんでした。キーを用意してから、もう一度お試しください。',
    already_registered: 'このキーはすでに登録されています。別のキーを使用してください。',
    wrong_address:
      'このアドレスではキーを登録できません。通常のアドレスでポータルを開き、もう一度お試しください。',
    unsuitable:
      'このキーは必要な機能に対応していません。FIDO2 セキュリティキーなど、別のキーを使用してください。',
  },
} satisfies SecurityKeyMessages
