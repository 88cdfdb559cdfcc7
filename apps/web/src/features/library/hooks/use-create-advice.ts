import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { BLANK_TEMPLATE, draftProblems, type PromptDraft } from '../prompt-draft.ts'
import type { Template } from './use-templates.ts'

const AdviceQuery = graphql(`
  query CreateAdvice(
    $slug: String!
    $name: String!
    $category: String!
    $subcategory: String
    $variant: String
    $keyName: String
    $description: String
    $content: String
    $isNamed: Boolean!
  ) {
    library(slug: $slug) {
      id
      checkName(
        name: $name
        category: $category
        subcategory: $subcategory
        variant: $variant
        keyName: $keyName
      ) @include(if: $isNamed) {
        ok
        key
        taken
        message
        suggestion
      }
      suggestTaxonomy(name: $name, description: $description, content: $content) {
        category
        subcategory
        tags {
          name
        }
      }
    }
  }
`)

const SimilarQuery = graphql(`
  query CreateSimilar($slug: String!, $content: String!, $except: ID) {
    library(slug: $slug) {
      id
      similarPrompts(content: $content, except: $except) {
        equal
        similarity
        prompt {
          id
          key
          name
        }
      }
    }
  }
`)

/** A pause in typing after which the server is asked. */
const PAUSE = 250

/** What the library says to a draft: whether its name is free, where it could belong, and which prompts are nearly the same. */
export function useCreateAdvice(draft: PromptDraft, template: Template | undefined) {
  const { slug } = useLibrary()
  const fits = Object.keys(draftProblems(draft)).length === 0
  const name = draft.name.trim()
  const isBlank = draft.template === BLANK_TEMPLATE
  const content = isBlank ? null : (template?.content ?? null)
  const asked = useMemo(
    () => ({
      slug,
      name,
      category: draft.category,
      subcategory: draft.subcategory || null,
      variant: draft.variant || null,
      keyName: draft.keyName || null,
      description: draft.description.trim() || null,
      content,
      isNamed: name !== '' && fits,
    }),
    [
      slug,
      name,
      draft.category,
      draft.subcategory,
      draft.variant,
      draft.keyName,
      draft.description,
      content,
      fits,
    ],
  )
  const [variables] = useDebouncedValue(asked, PAUSE)
  const isSilent = name === '' && variables.description === null && content === null
  const [{ data, fetching }] = useQuery({
    query: AdviceQuery,
    variables,
    pause: isSilent,
    requestPolicy: 'network-only',
  })
  const [{ data: alike }] = useQuery({
    query: SimilarQuery,
    variables: { slug, content: content ?? '', except: template?.prompt?.id ?? null },
    pause: content === null,
  })
  const library = isSilent ? null : data?.library
  return {
    // An answer about an earlier draft says nothing about this one.
    check: asked.isNamed && variables === asked && !fetching ? (library?.checkName ?? null) : null,
    suggestion: library?.suggestTaxonomy ?? null,
    similar: content === null ? [] : (alike?.library?.similarPrompts ?? []),
  }
}
