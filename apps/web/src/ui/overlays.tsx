import {
  type DrawerProps,
  Drawer as MantineDrawer,
  Modal as MantineModal,
  type ModalProps,
} from '@mantine/core'
import { useEscape } from './use-escape.ts'

/** A dialog. Escape closes it when it is the topmost of what is open. */
export function Modal({ closeOnEscape = true, ...props }: ModalProps) {
  useEscape(props.opened, closeOnEscape ? props.onClose : nothing)
  return <MantineModal {...props} closeOnEscape={false} />
}

/** A panel at an edge. Escape closes it when it is the topmost of what is open. */
export function Drawer({ closeOnEscape = true, ...props }: DrawerProps) {
  useEscape(props.opened, closeOnEscape ? props.onClose : nothing)
  return <MantineDrawer {...props} closeOnEscape={false} />
}

const nothing = (): void => {}
