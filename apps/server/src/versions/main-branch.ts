/** The branch that carries version numbers. */
export const MAIN = 'main'
