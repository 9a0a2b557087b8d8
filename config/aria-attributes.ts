/** Attributes for screen readers that Taro's templates leave out. The templates and the runtime must agree on them. */
const spoken = { 'aria-role': '', 'aria-label': '', 'aria-hidden': '', 'aria-live': '' }

export default {
  View: spoken,
  Text: spoken,
  Image: spoken,
  Button: { 'aria-role': '', 'aria-label': '', 'aria-disabled': '' },
  Input: { 'aria-label': '' },
}
