export { memoryStorage } from './memory/memory-storage.js'
