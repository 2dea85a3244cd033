import type { Messages } from '../en.js'
import { words } from '../words.js'

const { number } = words('ja')

/** The words of the parts, in Japanese. */
export const ui = {
  close: '閉じる',
  cancel: 'キャンセル',
  clear: 'クリア',
  clearSearch: '検索をクリア',
  copy: 'コピー',
  copied: 'コピーしました',
  undo: '元に戻す',
  dismiss: '閉じる',
  tryAgain: '再試行',
  loading: '読み込み中',
  required: '必須',
  optional: '任意',
  requestId: 'リクエスト ID',
  copyRequestId: 'リクエスト ID をコピー',
  never: 'なし',
  comma: '、',
  notifications: '通知',
  dialog: { discardTitle: '入力内容を破棄しますか？', discardText: 'まだ保存されていません。', discard: '破棄', keepEditing: '編集を続ける' },
  wizard: { steps: '手順', back: '戻る', next: '次へ', progress: (current, total, name) => `手順 ${number(current)}/${number(total)}：${name}`, done: '完了' },
  combobox: { noneFound: '該当なし', empty: '選択できる項目がありません', found: (count) => `候補 ${number(count)} 件`, failed: '一覧を読み込めませんでした。もう一度入力すると再試行します。', open: '候補を表示' },
  facet: { chosen: (count) => `${number(count)} 件選択`, search: (facet) => `${facet}を検索`, noneFound: '該当なし', count: (count) => number(count) },
  table: {
    actions: '操作',
    rowActions: (row) => `${row} の操作`,
    select: '選択',
    selectRow: (row) => `${row} を選択`,
    selectAll: 'このページのすべての行を選択',
    keyboardHelp: '矢印キーで行を移動、Enter で開く、スペースで選択、M で操作メニューを開きます。',
    columns: '列',
    moveEarlier: (column) => `${column}を前へ移動`,
    moveLater: (column) => `${column}を後ろへ移動`,
    resetColumns: 'リセット',
  },
  bulk: { selected: (count) => `${number(count)} 件選択中`, clear: '選択を解除' },
  pagination: {
    label: 'ページ',
    previous: '前へ',
    next: '次へ',
    pageSize: '1 ページの行数',
    range: (from, to, total) => `${total} 件中 ${number(from)}～${number(to)}`,
    openRange: (from, to) => `${number(from)}～${number(to)}`,
    total: (count) => number(count),
    atLeast: (count) => `${number(count)} 以上`,
    none: '行がありません',
  },
} satisfies Messages['ui']
