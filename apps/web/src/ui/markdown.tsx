import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import classes from './markdown.module.css'

const PLUGINS = [remarkGfm]

/** Headings begin below those of the page; links leave without a trace; images are links, as nothing is loaded from elsewhere. */
const COMPONENTS: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  h4: ({ children }) => <h6>{children}</h6>,
  h5: ({ children }) => <h6>{children}</h6>,
  a: ({ href, children }) => (
    <a href={href} rel="nofollow noopener noreferrer" target={href?.startsWith('#') ? undefined : '_blank'}>
      {children}
    </a>
  ),
  img: ({ src, alt }) =>
    typeof src === 'string' && src !== '' ? (
      <a href={src} rel="nofollow noopener noreferrer" target="_blank">
        {alt || src}
      </a>
    ) : (
      alt
    ),
  table: ({ children }) => (
    <div className={classes.tableScroller}>
      <table>{children}</table>
    </div>
  ),
}

/** What somebody wrote as Markdown, as elements: HTML in it stays text, addresses other than web and mail go nowhere. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={classes.markdown}>
      <ReactMarkdown remarkPlugins={PLUGINS} components={COMPONENTS}>
        {text}
      </ReactMarkdown>
    </div>
  )
}
