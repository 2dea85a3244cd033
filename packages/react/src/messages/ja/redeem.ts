import type { RedeemMessages } from '../en-redeem.js'
import { words } from '../words.js'
import { securityKey } from './security-key.js'

const { number } = words('ja')

/** The words of the pages that links lead to, in Japanese. */
export const redeem = {
  opening: 'リンクを開いています',
  until: (when) => `このリンクは 1 回だけ使用できます。有効期限：${when}`,
  signedAs: (userName, organization) => `${organization} でのユーザー名は ${userName} です。`,
  signIn: 'サインインへ',
  forgotten: {
    title: 'パスワードをお忘れですか？',
    text: 'ユーザー名を入力してください。新しいパスワードを設定するためのリンクをメールで送信します。',
    userName: 'ユーザー名',
    missing: 'ユーザー名を入力してください。',
    send: 'リンクを送信',
    doneTitle: 'メールをご確認ください',
    doneText: (userName) =>
      `${userName} がここのユーザー名であれば、登録されているアドレスに、新しいパスワードを設定するためのリンクが送信されます。リンクは短時間のみ、1 回だけ使用できます。`,
  },
  unusable: {
    title: 'このリンクは使用できなくなりました',
    text: '使用済みか、新しいものに置き換えられたか、期限が切れています。',
    next: '送信者に新しいリンクを依頼してください。手続きが完了している場合は、そのままサインインしてください。',
  },
  otherAccount: {
    title: '別のユーザーでサインインしています',
    text: 'このリンクは、現在サインインしている人とは別の人のものです。先にサインアウトしてから、もう一度お試しください。',
  },
  missing: {
    title: 'リンクからこのページを開いてください',
    text: 'このページには、メールまたは手渡しで受け取ったリンクが必要です。もう一度リンクを開くか、全体をアドレスバーに貼り付けてください。',
  },
  refusedTitle: 'リンクを開けませんでした',
  password: {
    label: 'パスワード',
    newLabel: '新しいパスワード',
    show: '表示',
    hide: '非表示',
    showLong: 'パスワードを表示',
    hideLong: 'パスワードを非表示',
    hint: (minimum) => `${number(minimum)} 文字以上。いくつかの単語を並べると覚えやすくなります。`,
    toGo: (count) => `あと ${number(count)} 文字。`,
    longEnough: '十分な長さです。',
    tooShort: (minimum) =>
      `${number(minimum)} 文字以上にしてください。いくつかの単語を並べると覚えやすくなります。`,
    missing: 'パスワードを設定してください。',
  },
  onboarding: {
    title: (name) => `${name} 様、ようこそ`,
    text: (portal) => `${portal} へのサインイン方法を設定してください。`,
    finish: '完了',
    doneTitle: (name) => `${name} 様、準備が整いました`,
    doneText: (userName) => `ユーザー名 ${userName} でサインインしてください。`,
  },
  newPassword: {
    title: '新しいパスワードの設定',
    text: (portal) =>
      `${portal} のアカウント用です。設定後、ほかの場所ではすべてサインアウトされます。`,
    save: 'パスワードを保存',
    doneTitle: 'パスワードを変更しました',
    doneText: (userName, ended) =>
      `${ended > 0 ? `${number(ended)} 件のセッションを終了しました。` : ''}${userName} として新しいパスワードでサインインしてください。`,
  },
  factors: {
    title: '第 2 要素',
    required: (which) => `組織の設定により、パスワードのほかに次が必要です：${which}。`,
    offered: '推奨：パスワードを知られても、ほかの人は入れません。',
    missing: (which) => `先に${which}を設定してください。`,
    one: { security_key: 'セキュリティキー', totp: '認証アプリ' },
    setUp: '設定',
    setUpOne: (what) => `${what}を設定`,
    ready: '設定済み',
    security_key: 'セキュリティキー',
    security_key_text: 'デバイスに挿すか近づけて使うキー、またはデバイス自体です。',
    totp: '認証アプリ',
    totp_text: '30 秒ごとに新しいコードを表示するスマートフォンのアプリです。',
    secret_code: '暗証コード',
    secret_code_text: (form) => `求められたときに入力する、ご自身だけが知るコードです：${form}。`,
    keyTitle: 'セキュリティキーを登録',
    keyText: 'キーをお手元にご用意ください。',
  },
  enrol: {
    title: (name) => `${name} 様`,
    text: (portal) =>
      `${portal} の認証方法を登録してください。リンクは最初の 1 件の登録に使用できます。`,
    doneTitle: (name) => `${name} を登録しました`,
    doneText: '次回のサインインから使用できます。',
    codeDoneTitle: '暗証コードを設定しました',
    codeDoneText: '誰にも教えないでください。サインイン時に入力します。',
    finish: '完了',
  },
  app: {
    title: '認証アプリの設定',
    text: 'スマートフォンのアプリで画像を読み取り、表示されたコードを入力してください。',
    picture: '認証アプリ用の QR コード',
    secret: 'またはアプリにこのキーを入力',
    name: 'アプリの名前',
    nameStart: '自分のスマートフォン',
    nameMissing: '名前を入力してください。',
    code: 'アプリに表示されたコード',
    codeMissing: 'アプリに表示されたコードを入力してください。',
    verb: '設定を完了',
    anew: '新しい画像でやり直す',
  },
  secretCode: {
    title: '暗証コードの設定',
    text: 'サインイン時に入力します。誰にも教えないでください。',
    label: '暗証コード',
    newLabel: '新しい暗証コード',
    hint: (form) => `${form}を入力してください。`,
    show: '暗証コードを表示',
    hide: '暗証コードを非表示',
    missing: '暗証コードを入力してください。',
    verb: '暗証コードを保存',
  },
  resetCode: {
    title: '新しい暗証コードの設定',
    text: '管理者から受け取ったリセットコードが必要です。有効なのは数分間、数回の試行までです。',
    userName: 'ユーザー名',
    userNameMissing: 'ユーザー名を入力してください。',
    code: 'リセットコード',
    codeHint: '空白とハイフンは無視されます。',
    codeMissing: 'リセットコードを入力してください。',
    wrong:
      'ユーザー名とリセットコードの組み合わせが正しくないか、コードの期限が切れています。両方を確認するか、新しいコードを依頼してください。数回間違えるとコードは無効になります。',
    doneTitle: '暗証コードを変更しました',
    doneText: '今後は新しい暗証コードを使用してください。',
  },
  securityKey,
} satisfies RedeemMessages
