// Paths of the API, in one place for the server's routes and the browser's calls. `:name` are parameters.

export const api = {
  session: '/api/session',
  signIn: '/api/session/owner-link',
  account: '/api/session/account',
  joinPreview: '/api/join/preview',
  join: '/api/join',
  reviews: '/api/reviews',
  demo: '/api/reviews/demo',
  review: '/api/reviews/:reviewId',
  meeting: '/api/reviews/:reviewId/meeting',
  incident: '/api/reviews/:reviewId/incident',
  reviewTemplate: '/api/reviews/:reviewId/template',
  after: '/api/reviews/:reviewId/after',
  feedback: '/api/reviews/:reviewId/feedback',
  feedbackSum: '/api/reviews/:reviewId/feedback/sum',
  record: '/api/reviews/:reviewId/record',
  joinLinks: '/api/reviews/:reviewId/join-links',
  joinLink: '/api/reviews/:reviewId/join-links/:linkId',
  timelineParse: '/api/reviews/:reviewId/timeline/parse',
  thoughts: '/api/reviews/:reviewId/thoughts',
  snapshots: '/api/reviews/:reviewId/snapshots',
  history: '/api/reviews/:reviewId/history',
  historyNow: '/api/reviews/:reviewId/history/now',
  historyRestore: '/api/reviews/:reviewId/history/restore',
  attachment: '/api/reviews/:reviewId/attachments/:attachmentId',
  attachmentThumbnail: '/api/reviews/:reviewId/attachments/:attachmentId/thumbnail',
  extract: '/api/reviews/:reviewId/action-items/extract',
  proposals: '/api/reviews/:reviewId/action-items/proposals',
  confirm: '/api/reviews/:reviewId/action-items/proposals/:proposalId/confirm',
  dismiss: '/api/reviews/:reviewId/action-items/proposals/:proposalId/dismiss',
  restore: '/api/reviews/:reviewId/action-items/proposals/:proposalId/restore',
  templates: '/api/templates',
  template: '/api/templates/:templateId',
  templateVersions: '/api/templates/:templateId/versions',
  tracker: '/api/action-items',
  actionItem: '/api/action-items/:itemId',
  reportPreview: '/api/reviews/:reviewId/report',
  publish: '/api/reviews/:reviewId/publication',
  export: '/api/reviews/:reviewId/export',
  publication: '/api/publications/:slug',
  publicationMarkdown: '/api/publications/:slug/markdown',
  publicationAttachment: '/api/publications/:slug/attachments/:attachmentId',
} as const;

export type ApiPath = (typeof api)[keyof typeof api];

/** Fills the parameters of a path. */
export const pathOf = (path: ApiPath, parameters: Record<string, string> = {}): string =>
  path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(value);
  });
