/**
 * The menu is wider than a phone: the entry of this page is brought into view.
 * @module
 */
const menu = document.querySelector('header nav')
const here = menu?.querySelector<HTMLElement>('[aria-current]')
// scrollIntoView would have the first Tab begin there.
if (menu && here)
  menu.scrollLeft = here.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2

export {}
