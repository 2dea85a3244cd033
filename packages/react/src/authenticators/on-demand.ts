import { lazyPart } from '../ui/lazy-part.js'

/**
 * The authenticators of whoever is signed in (features row 25), for the host's own account page:
 * they lock one that is lost, and unlock it when it turns up. An administrator's lock stays. Its
 * code is fetched when it is first shown.
 */
export const OwnAuthenticators = lazyPart<object>(() =>
  import('./own-authenticators.js').then((module) => module.OwnAuthenticators),
)
