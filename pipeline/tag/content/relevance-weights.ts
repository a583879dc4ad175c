// The weights of the relevance model.
export const RELEVANCE_WEIGHTS = {
  title_meets: 0.95,
  title_politics: 0.74,
  title_subject: 2.03,
  lead_meets: 1.03,
  meetings: 1.84,
  meetings_share: 0.2,
  election: 0.44,
  watchdog: 1.14,
  commission: 0.55,
  others_neutral: -0.6,
  press_neutral: -0.03,
  off_topic: -1.03,
  title_off_topic: -1.99,
  bias: -2.49,
};
