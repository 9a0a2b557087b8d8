/**
 * What our pages say to each of Taro's components, besides what every one of them understands. Taro's templates carry all that
 * WeChat knows, a dozen times each; what is not named here is left out of them, and a touch that nobody listens to is not
 * reported. A test compares this list with the pages: it is exact. A component that is not named keeps everything.
 */
export default {
  View: ['catchMove', 'hoverClass', 'hoverStayTime', 'hoverStopPropagation', 'onLongPress'],
  Text: [],
  Image: ['mode', 'src'],
  Button: [
    'disabled',
    'hoverClass',
    'onAgreePrivacyAuthorization',
    'onChooseAvatar',
    'onGetPhoneNumber',
    'openType',
  ],
  Input: [
    'confirmType',
    'cursorSpacing',
    'focus',
    'maxlength',
    'onBlur',
    'onConfirm',
    'onInput',
    'placeholder',
    'placeholderClass',
    'type',
    'value',
  ],
  Textarea: [
    'cursorSpacing',
    'disableDefaultPadding',
    'maxlength',
    'onInput',
    'placeholder',
    'placeholderClass',
    'value',
  ],
  Canvas: ['type'],
  Picker: ['end', 'fields', 'mode', 'onChange', 'range', 'start', 'value'],
  ScrollView: ['enableFlex', 'enhanced', 'scrollLeft', 'scrollX', 'scrollY', 'showScrollbar'],
}
