import { answer } from './channel.mjs'

/** @typedef {{ id?: string, label?: string, role?: string, accelerator?: string, click?: () => void, submenu?: Item[] }} Item */

/** @type {Item[]} */
let current = []

export const Menu = {
  buildFromTemplate: (/** @type {Item[]} */ template) => template,
  setApplicationMenu(/** @type {Item[]} */ menu) {
    current = menu
  },
}

const items = () => current.flatMap((menu) => [menu, ...(menu.submenu ?? [])])

answer('menu', () => items().map(({ id, label, role, accelerator }) => ({ id, label, role, accelerator })))
answer('click-menu', ({ id }) => {
  const item = items().find((entry) => entry.id === id)
  if (!item?.click) throw new Error(`The menu has no item ${id}.`)
  item.click()
})
