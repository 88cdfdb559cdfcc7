import { Loader, UnstyledButton } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Avatar, type StateValue, stateLook } from '../../../ui/index.ts'
import classes from './demo-accounts.module.css'

interface DemoAccount {
  name: string
  description: string
  email: string
  hue: number
  level: StateValue<'level'>
}

interface DemoAccountsProps {
  accounts: readonly DemoAccount[]
  busy: string | null
  choose: (level: StateValue<'level'>) => void
}

/** The accounts of a demo server, one click each; marked as such so that nobody takes them for real ones. */
export function DemoAccounts({ accounts, busy, choose }: DemoAccountsProps) {
  return (
    <section className={classes.demo} aria-labelledby="demo-heading">
      <p className={classes.lead} id="demo-heading">
        <span className={classes.flag}>Demo</span>
        Sign in as anyone with one click
      </p>
      <ul className={classes.list}>
        {accounts.map((account) => (
          <li key={account.email}>
            <UnstyledButton
              className={classes.card}
              onClick={() => choose(account.level)}
              disabled={busy !== null}
            >
              <Avatar person={{ id: account.email, name: account.name, hue: account.hue }} size={32} plain />
              <span className={classes.words}>
                <span className={classes.name}>
                  {account.name}
                  <span className={classes.level}>{stateLook('level', account.level).word}</span>
                </span>
                <span className={classes.description}>{account.description}</span>
              </span>
              {busy === account.level ? (
                <Loader size={16} />
              ) : (
                <IconArrowRight size={16} className={classes.arrow} aria-hidden />
              )}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
