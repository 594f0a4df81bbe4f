// Every command of the room: its name, the words by which it is found, its key. The one list that keys, palette and help read.
import type { CommandSpec } from './command-spec.ts';
import { meetingSpecs } from './meeting-specs.ts';

const specs = {
  'new-card': {
    section: 'Write',
    name: 'New card',
    words: 'add create write note sticky moment event factor learning action',
    press: ['n'],
    writes: true,
    help: 'New card: beside the selected one, where the focus is, or in the room’s zone',
  },
  undo: {
    section: 'Write',
    name: 'Take back my last change',
    words: 'undo revert',
    press: ['mod+z'],
    writes: true,
    help: 'Take back my own last change',
  },
  redo: {
    section: 'Write',
    name: 'Do it again',
    words: 'redo repeat',
    press: ['mod+shift+z', 'mod+y'],
    writes: true,
  },
  paste: {
    section: 'Write',
    name: 'Paste cards',
    words: 'insert clipboard spreadsheet excel sheets csv chat slack rows lines import',
    native: 'mod+v',
    writes: true,
    help: 'Paste: cards, rows of a spreadsheet, lines of a chat; a picture onto the card',
  },
  'my-lane': {
    section: 'Write',
    name: 'Note a moment in my own lane',
    words: 'timeline mine responder parallel event',
    writes: true,
  },
  'compare-lanes': {
    section: 'Write',
    name: 'Compare lanes: told twice?',
    words: 'timeline merge join same moment parallel responders duplicates',
    writes: true,
  },
  edit: {
    section: 'On a card',
    name: 'Edit the card',
    words: 'change write words text rename',
    press: ['enter', 'f2'],
    writes: true,
  },
  details: {
    section: 'On a card',
    name: 'Details of the card',
    words: 'time when kind lane evidence key moment properties',
    press: ['e'],
    writes: true,
    help: 'Details: time, kind, lane, evidence',
  },
  link: {
    section: 'On a card',
    name: 'Link the card to…',
    words: 'connect relate arrow cause led explain',
    press: ['l'],
    writes: true,
    help: 'Link to…',
  },
  move: {
    section: 'On a card',
    name: 'Move the card to…',
    words: 'column lane list group place',
    press: ['m'],
    writes: true,
    help: 'Move to…',
  },
  group: {
    section: 'On a card',
    name: 'Group with…',
    words: 'theme cluster affinity topic together similar',
    press: ['shift+g'],
    writes: true,
    help: 'Group what is selected into a theme, or choose what goes with it',
  },
  why: {
    section: 'On a card',
    name: 'Ask why of the card',
    words: 'five whys chain cause condition deeper reason',
    press: ['w'],
    writes: true,
    help: 'Ask why, and why again',
  },
  tidy: {
    section: 'Write',
    name: 'Tidy the factors',
    words: 'layout order arrange sort clean links map',
    writes: true,
  },
  comments: {
    section: 'On a card',
    name: 'Comment on the card',
    words: 'discuss thread ask answer reply talk say',
    press: ['c'],
    help: 'Comments: read them, ask, answer',
  },
  react: {
    section: 'On a card',
    name: 'React…',
    words: 'reaction to the card emoji same here surprised hear more thank you like',
    press: ['shift+e'],
    writes: true,
    help: 'React: same here, surprised me, want to hear more, thank you',
  },
  differently: {
    section: 'On a card',
    name: 'I saw it differently',
    words: 'disagree another perspective account view own contradict',
    press: ['d'],
    writes: true,
    help: 'I saw it differently: your own account beside it',
  },
  'dot-more': {
    section: 'On a card',
    name: 'Give the card a dot',
    words: 'vote plus support prioritise',
    writes: true,
  },
  'dot-less': {
    section: 'On a card',
    name: 'Take a dot back',
    words: 'vote minus less undo',
    writes: true,
  },
  remove: {
    section: 'On a card',
    name: 'Remove what is selected',
    words: 'delete trash clear card',
    press: ['delete', 'backspace'],
    writes: true,
    help: 'Remove it, or all that is selected',
  },
  copy: { section: 'On a card', name: 'Copy what is selected', words: 'clipboard duplicate card', native: 'mod+c' },
  cut: {
    section: 'On a card',
    name: 'Cut what is selected',
    words: 'clipboard move card',
    native: 'mod+x',
    writes: true,
  },
  'select-zone': {
    section: 'On a card',
    name: 'Select all cards of the zone',
    words: 'everything all mark',
    press: ['mod+a'],
  },
  find: {
    section: 'Look around',
    name: 'Find words and people',
    words: 'search look for where',
    press: ['/'],
    help: 'Find words and people',
  },
  commands: {
    section: 'Look around',
    name: 'Commands',
    words: 'palette actions menu',
    press: ['mod+k'],
    help: 'All commands, by name',
  },
  'all-comments': {
    section: 'Look around',
    name: 'All comments',
    words: 'threads open resolved discussion drawer mentions unread',
    press: ['shift+c'],
  },
  timeline: { section: 'Look around', name: 'Go to the timeline', words: 'events moments zone', press: ['1'] },
  perspectives: {
    section: 'Look around',
    name: 'Go to the perspectives',
    words: 'people views columns zone',
    press: ['2'],
  },
  factors: {
    section: 'Look around',
    name: 'Go to the factors',
    words: 'conditions causes questions map zone',
    press: ['3'],
  },
  learnings: {
    section: 'Look around',
    name: 'Go to learnings and actions',
    words: 'lessons improvements zone',
    press: ['4'],
  },
  room: {
    section: 'Look around',
    name: 'Go where the room is',
    words: 'stage everyone back together',
    press: ['g'],
  },
  follow: {
    section: 'Look around',
    name: 'Follow a person',
    words: 'watch see view of somebody presenter spotlight',
    press: ['f'],
    help: 'Follow a person, or stop',
  },
  board: { section: 'Look around', name: 'Show the board', words: 'canvas view' },
  outline: {
    section: 'Look around',
    name: 'Show the outline',
    words: 'list text screen reader board view',
    press: ['o'],
    help: 'Outline and back to the board',
  },
  narrative: { section: 'Look around', name: 'Show the narrative', words: 'report story document write view' },
  'axis-in': {
    section: 'Look around',
    name: 'Wider time axis',
    words: 'timeline zoom in stretch minutes seconds',
    press: ['.'],
    help: 'Wider time axis, also by Alt and the wheel',
  },
  'axis-out': {
    section: 'Look around',
    name: 'Narrower time axis',
    words: 'timeline zoom out hours days',
    press: [','],
  },
  'axis-whole': { section: 'Look around', name: 'Whole incident at once', words: 'timeline axis fit zoom all' },
  'lanes-lane': { section: 'Look around', name: 'Lanes as noted', words: 'timeline swimlanes service team group' },
  'lanes-person': { section: 'Look around', name: 'Lanes by person', words: 'timeline swimlanes responder who group' },
  'lanes-kind': {
    section: 'Look around',
    name: 'Lanes by kind',
    words: 'timeline swimlanes detection decision action group',
  },
  'as-then': {
    section: 'Look around',
    name: 'As it was known then, or with what is known now',
    words: 'timeline hindsight hide known',
  },
  'zoom-in': { section: 'Look around', name: 'Larger', words: 'zoom in bigger', press: ['+', '='] },
  'zoom-out': { section: 'Look around', name: 'Smaller', words: 'zoom out overview', press: ['-'] },
  'zoom-actual': {
    section: 'Look around',
    name: 'Back to 100 %',
    words: 'zoom reset actual size',
    press: ['0'],
  },
  'fit-all': {
    section: 'Look around',
    name: 'The whole board',
    words: 'zoom fit all overview everything',
    press: ['shift+1'],
  },
  'fit-selection': {
    section: 'Look around',
    name: 'Zoom to what is selected',
    words: 'fit selection focus on',
    press: ['shift+2'],
  },
  'big-screen': {
    section: 'Look around',
    name: 'Big screen, for a meeting room',
    words: 'present wall projector full screen beamer tv larger',
  },
  quiet: {
    section: 'Look around',
    name: 'Quiet, or together again',
    words: 'mode focus hide cursors pointers reactions silent calm observer',
  },
  help: { section: 'Look around', name: 'Keys', words: 'help shortcuts keyboard', press: ['?'], help: 'This help' },
  ...meetingSpecs,
  after: {
    section: 'This review',
    name: 'After the meeting',
    words: 'feedback rate how was it record minutes next steps',
  },
  share: { section: 'This review', name: 'Share', words: 'invite join link people guests' },
  incident: { section: 'This review', name: 'Edit the incident', words: 'title severity times services facts' },
  import: { section: 'This review', name: 'Import a timeline', words: 'csv markdown file paste upload events' },
  history: { section: 'This review', name: 'History', words: 'past replay restore versions snapshots time travel' },
  publish: { section: 'This review', name: 'Publish the narrative', words: 'report page markdown download export' },
  'picture-png': {
    section: 'This review',
    name: 'Save the board as PNG',
    words: 'export picture image screenshot download',
  },
  'picture-svg': {
    section: 'This review',
    name: 'Save the board as SVG',
    words: 'export picture image vector download',
  },
  'zone-png': {
    section: 'This review',
    name: 'Save this zone as PNG',
    words: 'export picture image screenshot download part timeline perspectives factors',
  },
  'zone-svg': {
    section: 'This review',
    name: 'Save this zone as SVG',
    words: 'export picture image vector download part timeline perspectives factors',
  },
  settings: {
    section: 'This review',
    name: 'Your settings',
    words: 'name theme dark light density compact sign out preferences announcements screen reader spoken quiet',
  },
  light: { section: 'This review', name: 'Light theme', words: 'appearance bright mode colours' },
  dark: { section: 'This review', name: 'Dark theme', words: 'appearance night mode colours' },
  compact: { section: 'This review', name: 'Compact density', words: 'appearance dense small tight more space' },
  comfortable: { section: 'This review', name: 'Comfortable density', words: 'appearance roomy large space compact' },
  reviews: { section: 'This review', name: 'All reviews', words: 'home leave exit list' },
} as const satisfies Record<string, CommandSpec>;

export type CommandId = keyof typeof specs;
export const commandIds = Object.keys(specs) as CommandId[];
export const specOf = (id: CommandId): CommandSpec => specs[id];

/** What each command does just now; one that is not in here can not be done. */
export type CommandActs = Partial<Record<CommandId, () => void>>;

const byPress = new Map(commandIds.flatMap((id) => (specOf(id).press ?? []).map((press) => [press, id])));

export const commandOfPress = (press: string): CommandId | undefined => byPress.get(press);

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'> &
  Partial<Pick<KeyboardEvent, 'code'>>;

/**
 * A key press as it is written above: `n`, `?`, `mod+shift+z`. Shift is told only where the key itself does not tell it, and
 * with a letter where that means something else: `shift+g`, but `n` whether large or small.
 */
export const pressOf = ({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): string => {
  const mod = ctrlKey || metaKey;
  // What Shift and a digit write is another sign on each keyboard.
  if (shiftKey && !mod && !altKey && (code === 'Digit1' || code === 'Digit2')) return `shift+${code.slice(-1)}`;
  const held = `${mod ? 'mod+' : ''}${altKey ? 'alt+' : ''}`;
  const plain = `${held}${key.toLowerCase()}`;
  const shifted = `${held}shift+${key.toLowerCase()}`;
  const telling = key.length === 1 && !mod;
  return shiftKey && (!telling || byPress.has(shifted)) ? shifted : plain;
};

const onApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
const keyNames: Readonly<Record<string, string>> = {
  mod: onApple ? '⌘' : 'Ctrl',
  alt: onApple ? '⌥' : 'Alt',
  shift: 'Shift',
  enter: 'Enter',
  delete: 'Delete',
  '-': '−',
};

/** "Ctrl", "K". A plus sign is a key of its own. */
export const keysShown = (press: string): string[] =>
  (press === '+' ? ['+'] : press.split('+')).map(
    (key) => keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1)),
  );

/** The key of a command as it is shown; none where it has none. */
export const keysOf = (id: CommandId): string[] => {
  const { press, native } = specOf(id);
  const first = press?.[0] ?? native;
  return first === undefined ? [] : keysShown(first);
};
