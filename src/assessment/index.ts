/** The assessment: levels, resources and needs per person and life area; qualifications; the network map. */
export { assessmentRoutes } from "./assessment.routes.ts";
export { findTies, type Tie } from "./network/keep-tie.ts";
export { type Assessment, courseOf, type Entry, findLatestLevels, findLevelTeasers, findProfile, type LevelPoint, type LevelTeaser, type PersonProfile, type Profile, profileOf, type Standing, standingOn } from "./profile/read-profile.ts";
export { addAssessment, changeAssessment } from "./profile/save-assessment.ts";
export { addQualification, findQualifications, type Qualification } from "./qualifications/keep-qualification.ts";
export { type Anchor, readScales, type Scales, shippedScale, stepWord } from "./scale/anchors.ts";
export { isQualification, QUALIFICATION_WORDS, RECOGNITION_WORDS } from "./assessment-words.ts";
