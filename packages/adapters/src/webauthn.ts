export { securityKeys, type SecurityKeysOptions } from './webauthn/security-keys.js'
export type { AttestationFormat } from './webauthn/attestation.js'
export type { SignatureAlgorithm } from './webauthn/public-key.js'
