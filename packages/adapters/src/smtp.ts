export { smtpMail, type SmtpMail, type SmtpMailOptions } from './smtp/smtp-mail.js'
