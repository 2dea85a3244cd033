export { consoleMail, type ConsoleMailOptions } from './console-mail/console-mail.js'
