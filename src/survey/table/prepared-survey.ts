import { withAreaLevels } from "../areas/area-levels.ts";
import { withCodesWithoutHeading } from "../areas/codes-without-heading.ts";
import { withoutOtherLevels } from "../areas/levels-by-column.ts";
import { withoutCoarserCodes } from "../areas/levels-of-codes.ts";
import { withNamesBehindCodes } from "../areas/names-behind-codes.ts";
import { withNamesBesideCodes } from "../areas/names-beside-codes.ts";
import { withoutTailOfWholes } from "../areas/tail-of-wholes.ts";
import { withoutWholesAbove } from "../areas/wholes-above.ts";
import { withoutPartsBelowYears } from "../periods/parts-below-years.ts";
import { withYearsOfEditions } from "../periods/years-of-editions.ts";
import { withCompoundKeys } from "../rows/compound-keys.ts";
import { withoutSpots } from "../rows/lists-of-cases.ts";
import { withoutPeople } from "../rows/lists-of-people.ts";
import { withNumberedGroups } from "../rows/numbered-groups.ts";
import { withoutPrefixes } from "../rows/prefixed-labels.ts";
import { withYearsBesideNames } from "../rows/years-in-names.ts";
import { withoutBlocksAgain } from "./blocks-again.ts";
import type { TableSurvey } from "./column-survey.ts";
import { withWordsOfPaths } from "./path-headings.ts";
import { withPercentBelowFirst } from "./percent-below-first.ts";

/** A table as its columns are told from each other: without people, the spots of cases and sums at its end, and with the keys, groups and levels of areas that its columns hold. */
export const preparedSurvey = (survey: TableSurvey): TableSurvey =>
  withoutWholesAbove(
    withAreaLevels(
      withNumberedGroups(
        withoutOtherLevels(
          withNamesBehindCodes(
            withoutCoarserCodes(
              withNamesBesideCodes(
                withYearsBesideNames(
                  withoutPrefixes(
                    withCompoundKeys(
                      withoutTailOfWholes(
                        withoutBlocksAgain(
                          withCodesWithoutHeading(
                            withoutSpots(
                              withoutPeople(
                                withYearsOfEditions(
                                  withoutPartsBelowYears(withWordsOfPaths(withPercentBelowFirst(survey))),
                                ),
                              ),
                            ),
                          ),
                        ),
                      ),
                    ),
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );
