import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number } = words('ja')

const people = (count: number) => `${number(count)} 人のユーザー`

/** The object with its particle after the people, and the verb as a noun that takes する. */
const batch = (particle: string, noun: string, text: string) => ({
  title: (count: number) => `${people(count)}${particle}${noun}しますか？`,
  text,
  verb: (count: number) => `${people(count)}${particle}${noun}`,
  running: (count: number) => `${people(count)}${particle}${noun}しています`,
  done: (count: number) => `${number(count)} 人${particle}${noun}しました`,
})

/** The words of each act on a user, and of opening one, in Japanese. */
export const acts = {
  view: { menu: '表示と編集' },
  activate: {
    menu: '有効化',
    title: (name) => `${name} を有効化しますか？`,
    text: '利用開始手続きへの招待が送られ、完了するまでは「招待済み」と表示されます。',
    verb: 'ユーザーを有効化',
    done: (name) => `${name} を有効化しました。`,
  },
  resend: {
    menu: '招待を再送信',
    batch: batch(
      'を',
      '再招待',
      'それぞれに新しいリンクのメールが送信されます。以前のリンクは使用できなくなります。',
    ),
  },
  lock: {
    menu: 'ロック',
    title: (name) => `${name} をロックしますか？`,
    text: '管理者がロックを解除するまでサインインできなくなります。',
    verb: 'ユーザーをロック',
    done: (name) => `${name} をロックしました。`,
    batch: batch(
      'を',
      'ロック',
      '管理者がロックを解除するまでサインインできなくなります。開いているものはすぐに終了します。',
    ),
  },
  unlock: {
    menu: 'ロックを解除',
    title: (name) => `${name} のロックを解除しますか？`,
    text: (kinds) => `表示されているロック（${kinds}）を解除します。ほかのロックは残ります。`,
    verb: 'ロックを解除',
    done: (name) => `${name} のロックを解除しました。`,
    stillLocked: (name, status) =>
      `ロックは解除されましたが、${name} の状態は「${status}」のままです。`,
    batch: batch(
      'のロックを',
      '解除',
      'それぞれに表示されているロックを解除します。ほかのロックは残ります。',
    ),
  },
  deactivate: {
    menu: '無効化',
    title: (name) => `${name} を無効化しますか？`,
    text: 'サインインできなくなります。ロールと設定は保持されます。',
    verb: 'ユーザーを無効化',
    done: (name) => `${name} を無効化しました。`,
    batch: batch(
      'を',
      '無効化',
      'サインインできなくなります。ロールと設定は保持されます。開いているものはすぐに終了します。',
    ),
  },
  reactivate: {
    menu: '再有効化',
    title: (name) => `${name} を再有効化しますか？`,
    text: '以前と同じようにアカウントを使用できるようになります。',
    verb: 'ユーザーを再有効化',
    done: (name) => `${name} を再有効化しました。`,
    batch: batch('を', '再有効化', '以前と同じようにアカウントを使用できるようになります。'),
  },
  restore: {
    menu: '復元',
    title: (name) => `${name} を復元しますか？`,
    text: '無効の状態で復元されます。アクセスを戻すには再有効化してください。',
    verb: 'ユーザーを復元',
    done: (name) => `${name} を復元しました。`,
    batch: batch(
      'を',
      '復元',
      '無効の状態で戻ります。アクセスを再び許可するには、再有効化してください。',
    ),
  },
  changeRole: { menu: 'ロールを変更…' },
  assignRole: {
    menu: 'ロールを付与…',
    batch: batch('にロールを', '付与', 'ロールはその組織と、すべての下位組織に適用されます。'),
  },
  move: {
    menu: '別の組織へ移動…',
    title: (owner) => `${owner} を別の組織へ移動しますか？`,
    text: (from, roles) =>
      `${from} の管理者からはすぐに見えなくなります。${roles === 0 ? '' : `${number(roles)} 件のロールは付与された場所に残ります。`}`,
    to: '新しい組織',
    already: 'すでにここに所属しています。',
    verb: 'ユーザーを移動',
    done: (owner, organization) => `${owner} は ${organization} の所属になりました。`,
  },
  resetPassword: { menu: 'パスワードをリセット…' },
  resetCode: { menu: '暗証コードをリセット…' },
  enrollmentLink: { menu: '登録リンクを送信…' },
  enrollSecurityKey: { menu: 'セキュリティキーを登録…' },
  requireMfa: {
    menu: '第 2 要素…',
    title: (owner) => `${owner} の第 2 要素`,
    text: '選択した内容は次回のサインインから適用されます。',
    verb: '第 2 要素を保存',
    label: '次回のサインイン時',
    once: { label: '必須', description: 'まだない場合は登録します。' },
    again: { label: '必須、登録し直す', description: 'すでにある場合も、新しく登録します。' },
    no: { label: '必須にしない', description: '登録済みのものは残り、引き続き使用できます。' },
    done: (owner) => `${owner} の第 2 要素を変更しました。`,
    batch: batch('の第 2 要素を', '変更', '選択した内容は次回のサインインから適用されます。'),
  },
  resetAuthenticators: {
    menu: '認証方法をリセット…',
    batch: batch(
      'の認証方法を',
      'リセット',
      '選択したものを削除し、すべてのセッションを終了します。次回のサインイン時に登録し直します。',
    ),
  },
  endSessions: {
    menu: 'セッションを終了…',
    batch: batch(
      'を',
      'サインアウト',
      'すべてのセッションとトークンをすぐに終了します。再度サインインできます。',
    ),
  },
  delete: {
    menu: '削除',
    title: (name) => `${name} を削除しますか？`,
    text: '一定期間は復元できますが、その後は誰にも元に戻せません。',
    verb: 'ユーザーを削除',
    done: (name) => `${name} を削除しました。`,
    batch: batch(
      'を',
      '削除',
      'しばらくの間は復元できますが、その後は誰も復元できません。開いているものはすぐに終了します。',
    ),
  },
  purge: {
    menu: '完全に削除',
    title: (owner) => `${owner} を完全に削除しますか？`,
    text: '監査ログ以外はすべて削除され、ユーザー名は再び使用できるようになります。誰にも元に戻せません。',
    verb: '完全に削除',
    done: (owner) => `${owner} を完全に削除しました。`,
  },
} satisfies UserPageMessages['acts']
