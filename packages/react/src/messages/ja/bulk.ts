import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number } = words('ja')

const people = (count: number) => `${number(count)} 人のユーザー`

/** The object with its particle after the people, and the verb as a noun that takes する. */
const act = (particle: string, noun: string, text: string) => ({
  title: (count: number) => `${people(count)}${particle}${noun}しますか？`,
  text,
  verb: (count: number) => `${people(count)}${particle}${noun}`,
  running: (count: number) => `${people(count)}${particle}${noun}しています`,
  done: (count: number) => `${number(count)} 人${particle}${noun}しました`,
})

/** The words of what is done to several people at once, in Japanese. */
export const bulk = {
  selectMatching: (count) => `一致する ${count} 件をすべて選択`,
  selectAll: (count) => `${count} 件をすべて選択`,
  selecting: (found, count) => `選択中、${number(found)}/${count}`,
  stop: '停止',
  more: '選択したユーザーのその他の操作',
  acts: {
    lock: act(
      'を',
      'ロック',
      '管理者がロックを解除するまでサインインできなくなります。開いているものはすぐに終了します。',
    ),
    unlock: act(
      'のロックを',
      '解除',
      'それぞれに表示されているロックを解除します。ほかのロックは残ります。',
    ),
    deactivate: act(
      'を',
      '無効化',
      'サインインできなくなります。ロールと設定は保持されます。開いているものはすぐに終了します。',
    ),
    reactivate: act('を', '再有効化', '以前と同じようにアカウントを使用できるようになります。'),
    delete: act(
      'を',
      '削除',
      'しばらくの間は復元できますが、その後は誰も復元できません。開いているものはすぐに終了します。',
    ),
    restore: act(
      'を',
      '復元',
      '無効の状態で戻ります。アクセスを再び許可するには、再有効化してください。',
    ),
    resend: act(
      'を',
      '再招待',
      'それぞれに新しいリンクのメールが送信されます。以前のリンクは使用できなくなります。',
    ),
    endSessions: act(
      'を',
      'サインアウト',
      'すべてのセッションとトークンをすぐに終了します。再度サインインできます。',
    ),
    resetAuthenticators: act(
      'の認証方法を',
      'リセット',
      '選択したものを削除し、すべてのセッションを終了します。次回のサインイン時に登録し直します。',
    ),
    requireMfa: act('の第 2 要素を', '変更', '選択した内容は次回のサインインから適用されます。'),
    giveRole: act('にロールを', '付与', 'ロールはその組織と、すべての下位組織に適用されます。'),
  },
  plan: {
    preview: 'プレビュー',
    next: '次へ',
    running: '実行した場合の結果を確認しています',
    possible: (count, asked) =>
      count === asked
        ? `${number(count)} 人全員に実行できます。`
        : `${number(asked)} 人中 ${number(count)} 人に実行できます。`,
    sessions: (count) => `開いているセッション ${number(count)} 件が終了します。`,
    refused: '拒否されるユーザー',
    type: (count) => `確認のため ${count} と入力してください`,
    typeWrong: (count) => `ユーザーの人数 ${count} を入力してください。`,
    back: '戻る',
  },
  outcome: (done, refused) => (refused === 0 ? done : `${done}（拒否 ${number(refused)} 人）`),
  told: (outcome) => `${outcome}。`,
  progress: (tried, count) => `${number(tried)}/${number(count)}`,
  stopping: '処理中のものが終わると停止します。',
  stopped: (count) => `${number(count)} 人は処理されず、選択されたままです。`,
  unknown: (count) => `${number(count)} 人については実行されたか不明です。選択されたままです。`,
  refusedTitle: '拒否され、選択されたままのユーザー',
  moreRefused: (count) => `ほか ${number(count)} 人。`,
  close: '閉じる',
} satisfies UserPageMessages['bulk']
