import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number } = words('ja')

const sessions = (count: number) => `${number(count)} 件のセッション`
const links = (count: number) => `${number(count)} 件の未使用のリンクとコード`

/** What ends with a deed, with real numbers; nothing where nothing ends. */
function ends(ended: number, open = 0): string {
  const parts = [...(ended > 0 ? [sessions(ended)] : []), ...(open > 0 ? [links(open)] : [])]
  return parts.length > 0 ? `${parts.join('と')}がすぐに終了します。` : ''
}

/** The words of links, codes and passwords that administrators hand out, in Japanese. */
export const secrets = {
  ends,
  once: {
    linkTitle: (name) => `${name} 用のリンク`,
    codeTitle: (name) => `${name} 用のリセットコード`,
    passwordTitle: (name) => `${name} 用の仮パスワード`,
    text: (name) =>
      `表示されるのは今回だけです。持っている人は誰でも使用できます。${name} 以外には渡さないでください。`,
    link: 'リンク',
    code: 'コード',
    password: '仮パスワード',
    until: (when) => `1 回だけ使用できます。有効期限：${when}`,
    mailedToo: (address) => `${address} にも送信中です。`,
    timeLeft: (left) => `残り ${left}`,
    enteredAt: (page) => `入力先：${page}`,
    over: '期限が切れました。新しく作成してください。',
    done: '完了',
    leaving: {
      title: 'コピーせずに閉じますか？',
      text: '再表示はできません。新しく作成する必要があり、これは使用できなくなります。',
      keep: '戻る',
      leave: '閉じる',
    },
  },
  added: {
    title: (name) => `${name} を追加しました`,
    mailed: (address, until) => `${address} に招待を送信中です。有効期限：${until}`,
    handOver: (name) =>
      `このリンクを ${name} に渡してください。表示されるのは今回だけで、持っている人は誰でも使用できます。`,
    another: '続けて追加',
  },
  sent: (name, address) => `${name} へのメールを ${address} に送信中です。`,
  resend: {
    title: (name) => `${name} をもう一度招待しますか？`,
    text: '利用開始手続きの新しいリンクを作成します。以前のリンクは使用できなくなります。',
    way: '渡し方',
    mail: 'メール',
    mailText: (address) => `${address} に送信します。`,
    show: '自分で渡す',
    showText: 'コピー用にリンクが一度だけ表示されます。',
    send: '招待を送信',
    make: 'リンクを作成',
  },
  enrolment: {
    act: '登録リンクを送信',
    title: (name) => `${name} 用の登録リンクを作成しますか？`,
    text: 'サインインせずに認証方法を登録できます。ポータルの設定に応じて、メールで送信されるか表示されます。以前のリンクは使用できなくなります。',
    verb: 'リンクを作成',
  },
  resetCode: {
    title: (name) => `${name} 用のリセットコードを作成しますか？`,
    text: '数分以内に新しい暗証コードを設定するためのものです。必ず本人であることを確認してください。以前のリセットコードは使用できなくなります。',
    verb: 'コードを作成',
  },
  password: {
    title: (name) => `${name} のパスワードをリセットしますか？`,
    way: '方法',
    send: 'リンクを送信',
    sendText: '本人が新しいパスワードを設定します。それまでは以前のものを使用できます。',
    temporary: '仮パスワードを作成',
    temporaryText: '一度だけ表示され、1 回のサインインに使用できます。その後、本人が設定します。',
    expire: '次回のサインイン時に新しいものを求める',
    expireText: '以前のもので一度サインインし、別のものを設定する必要があります。',
    remove: 'パスワードを削除',
    removeText: '新しいものを設定するまで、ほかの方法でのみサインインできます。',
    signOut: 'すべての場所でサインアウト',
    signOutText: (count) =>
      count === undefined
        ? 'すべてのセッションを終了します。'
        : count === 0
          ? '現在、サインインしている場所はありません。'
          : `${sessions(count)}をすぐに終了します。`,
    consequence: {
      send: '新しいものが設定されるまで「復旧中」と表示されます。',
      temporary: '以前のパスワードは使用できなくなります。',
      expire: '新しいものを設定するまで何も使用できません。',
      remove: 'パスワードは使用できなくなります。',
    },
    verbs: {
      send: 'リンクを送信',
      temporary: '仮パスワードを作成',
      expire: 'パスワードを期限切れにする',
      remove: 'パスワードを削除',
    },
    done: {
      expire: (name) => `${name} は次回のサインイン時に新しいパスワードを設定する必要があります。`,
      remove: (name) => `${name} のパスワードを削除しました。`,
    },
    label: 'パスワード',
    states: {
      none: 'なし',
      set: '設定済み',
      temporary: '仮パスワード、次回のサインイン時に変更',
      expired: '次回のサインイン時に変更',
      reset_pending: 'リセット依頼済み、以前のものも使用可',
    },
    federated: 'なし（フェデレーションでサインイン）',
    since: (state, when) => `${state}（${when} から）`,
    sinceUntil: (state, when) => `${state}（${when} まで）`,
  },
  open: {
    activation: { name: '招待', again: '再送信' },
    recovery: { name: '新しいパスワード用のリンク', again: '再送信' },
    enrolment: { name: '登録リンク', again: '新しく作成' },
    reset_code: { name: 'リセットコード', again: '新しく作成' },
  },
  sentTo: (what, address, until) => `${what}を ${address} に送信しました。有効期限：${until}`,
  onItsWay: (what, address, until) => `${what}を ${address} に送信中です。有効期限：${until}`,
  handedOver: (what, until) => `${what}を手渡しました。有効期限：${until}`,
  expired: (what, when) => `${what}は ${when} に期限が切れました`,
  uninvited: '有効な招待はありません',
  failed: (what, address) => `${what}を ${address} に配信できませんでした`,
  failedText: (why) => `メールサーバーの応答：${why}`,
  waiting: (what, address, when) =>
    `${address} 宛ての${what}はまだ送信されていません。次回の試行：${when}`,
  notices: '変更の通知',
} satisfies UserPageMessages['secrets']
