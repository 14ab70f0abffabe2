import { withAreaLevels } from "./area-levels.ts";
import type { TableSurvey } from "./column-survey.ts";
import { withCompoundKeys } from "./compound-keys.ts";
import { withoutOtherLevels } from "./levels-by-column.ts";
import { withoutCoarserCodes } from "./levels-of-codes.ts";
import { withoutSpots } from "./lists-of-cases.ts";
import { withoutPeople } from "./lists-of-people.ts";
import { withNamesBehindCodes } from "./names-behind-codes.ts";
import { withNamesBesideCodes } from "./names-beside-codes.ts";
import { withNumberedGroups } from "./numbered-groups.ts";
import { withoutTailOfWholes } from "./tail-of-wholes.ts";
import { withoutWholesAbove } from "./wholes-above.ts";

/** A table as its columns are told from each other: without people, the spots of cases and sums at its end, and with the keys, groups and levels of areas that its columns hold. */
export const preparedSurvey = (survey: TableSurvey): TableSurvey =>
  withoutWholesAbove(
    withAreaLevels(
      withNumberedGroups(
        withoutOtherLevels(
          withNamesBehindCodes(
            withoutCoarserCodes(
              withNamesBesideCodes(withCompoundKeys(withoutTailOfWholes(withoutSpots(withoutPeople(survey))))),
            ),
          ),
        ),
      ),
    ),
  );
