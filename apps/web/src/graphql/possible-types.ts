// Written by scripts/graphql-types.ts from schema.graphql; do not edit.

/** Which types implement each interface, so that the cache matches fragments exactly. */
export const possibleTypes = {
  Error: [
    'ConflictError',
    'ForbiddenError',
    'NotFoundError',
    'RateLimitedError',
    'UnauthenticatedError',
    'ValidationError',
  ],
  Node: [
    'ApiKey',
    'AuditEntry',
    'Branch',
    'ChangeComment',
    'ChangeRequest',
    'Commit',
    'CommitTag',
    'CustomField',
    'Import',
    'Invitation',
    'Library',
    'LiveDocument',
    'Member',
    'MergeConflict',
    'Prompt',
    'Review',
    'SavedSearch',
    'Session',
    'Tag',
    'User',
  ],
}
