import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number } = words('ja')

/** The words of what is done to several people at once, in Japanese. */
export const bulk = {
  selectMatching: (count) => `一致する ${count} 件をすべて選択`,
  selectAll: (count) => `${count} 件をすべて選択`,
  selecting: (found, count) => `選択中、${number(found)}/${count}`,
  stop: '停止',
  more: '選択したユーザーのその他の操作',
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
  sentence: (outcome) => `${outcome}。`,
  progress: (tried, count) => `${number(tried)}/${number(count)}`,
  stopping: '処理中のものが終わると停止します。',
  stopped: (count) => `${number(count)} 人は処理されず、選択されたままです。`,
  unknown: (count) => `${number(count)} 人については実行されたか不明です。選択されたままです。`,
  refusedTitle: '拒否され、選択されたままのユーザー',
  moreRefused: (count) => `ほか ${number(count)} 人。`,
  close: '閉じる',
} satisfies UserPageMessages['bulk']
