export { ACTIONS, type Action, type ActionRule, isAction } from './actions.ts'
export { type AccessSubject, actionsOf, can } from './can.ts'
export { isLevel, LEVELS, type Level } from './levels.ts'
export { isScope, SCOPES, type Scope } from './scopes.ts'
