/** What the actions of the audit log are called, by their technical names. */
const WORDS: Record<string, string> = {
  'prompt.create': 'created',
  'prompt.update': 'changed',
  'prompt.archive': 'archived',
  'prompt.restore': 'restored',
  'prompt.move': 'moved to another status',
  'prompt.delete': 'deleted',
  'commit.create': 'committed',
  'document.restore': 'brought earlier text back to',
  'member.join': 'joined',
  'member.update': 'changed the level of',
  'member.remove': 'removed',
  'invitation.create': 'invited',
  'invitation.revoke': 'withdrew the invitation of',
  'key.create': 'made the key',
  'key.revoke': 'revoked the key',
  'library.create': 'created the library',
  'library.update': 'changed the settings of',
  'import.start': 'began the import of',
  'import.finish': 'finished the import of',
  'import.cancel': 'cancelled the import of',
}

/** An action as a verb; what has no words of its own keeps its technical name. */
export function actionWords(action: string): string {
  return WORDS[action] ?? action.replace('.', ' ')
}

/** The actions a reader can ask for. */
export const KNOWN_ACTIONS = Object.keys(WORDS)
