export { argon2Hasher, type Argon2HasherOptions } from './argon2/argon2-hasher.js'
