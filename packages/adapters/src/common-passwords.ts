export { commonPasswords } from './common-passwords/common-passwords.js'
