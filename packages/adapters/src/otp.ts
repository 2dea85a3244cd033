export { oneTimePasswords } from './otp/one-time-passwords.js'
