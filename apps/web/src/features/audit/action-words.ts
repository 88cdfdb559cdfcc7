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
  'category.update': 'changed what is said of the category',
  'subcategory.create': 'added the subcategory',
  'subcategory.update': 'changed the subcategory',
  'subcategory.delete': 'deleted the subcategory',
  'tag.create': 'named a commit of',
  'tag.update': 'changed the tag',
  'tag.merge': 'merged tags into',
  'tag.delete': 'deleted the tag',
  'field.create': 'defined the field',
  'field.update': 'changed the field',
  'field.move': 'put in another place the field',
  'field.remove': 'removed the field',
  'search.create': 'shared the search',
  'search.update': 'changed the shared search',
  'search.delete': 'deleted the shared search',
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
