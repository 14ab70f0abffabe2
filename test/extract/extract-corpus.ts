/**
 * Sentences as newspapers write them, each with what it is read as: kind, words, value and unit, hedge, what is counted,
 * and times. Written by hand for this test; each reading was checked by eye, and a change of one is reviewed like code.
 */
export const readings: readonly (readonly [sentence: string, readings: readonly string[]])[] = [
  ["Crime rose by 12%.", ['change "12%": 12 percent, relative']],
  ["Recorded burglary fell 8 per cent in 2018/19.", ['change "8 per cent": -8 percent, relative, ? to 2018/19']],
  [
    "There were 4,373 offences in the year to March 2019.",
    ['count "4,373": 4373 number, of offences, in year ending March 2019'],
  ],
  [
    "Police recorded 1,024 assaults in 2018, up from 988 in 2017.",
    ['count "1,024": 1024 number, of assaults, in 2018', 'count "988": 988 number, in 2017'],
  ],
  [
    "The force logged more than 4,000 crimes last year.",
    ['count "more than 4,000": 4000 number, more-than, to the 100, of crimes'],
  ],
  [
    "Nearly 4,400 offences were recorded across the country in 2018/19.",
    ['count "Nearly 4,400": 4400 number, nearly, to the 100, of offences, in 2018/19'],
  ],
  [
    "At least 250 children were referred to the service in 2019.",
    ['count "At least 250": 250 number, at-least, of children, in 2019'],
  ],
  [
    "Fewer than 50 cases ended in court in 2017/18.",
    ['count "Fewer than 50": 50 number, less-than, of cases, in 2017/18'],
  ],
  [
    "Up to 300 families may have been affected in 2020.",
    ['count "Up to 300": 300 number, at-most, to the 10, of families, in 2020'],
  ],
  [
    "No fewer than 87 schools took part in 2016.",
    ['count "No fewer than 87": 87 number, at-least, of schools, in 2016'],
  ],
  [
    "Around 12,500 people sought help in 2021.",
    ['count "Around 12,500": 12500 number, about, to the 100, of people, in 2021'],
  ],
  [
    "Some 1.2 million calls were made in 2019.",
    ['count "Some 1.2 million": 1200000 number, about, to the 100000, of calls, in 2019'],
  ],
  [
    "The charity answered 4.3 thousand calls in March 2019.",
    ['count "4.3 thousand": 4300 number, to the 100, of calls, in Mar 2019'],
  ],
  ["Three in five victims were girls.", ['share "Three in five": 0.6 fraction']],
  ["One in ten offences involved Snapchat.", ['share "One in ten": 0.1 fraction']],
  ["Nine out of 10 cases were closed without charge.", ['share "Nine out of 10": 0.9 fraction']],
  ["A fifth of all cases were dropped.", ['share "A fifth": 0.2 fraction']],
  ["More than a third of reports came from schools.", ['share "More than a third": 0.3333 fraction, more-than']],
  ["Two-thirds of victims knew the offender.", ['share "Two-thirds": 0.6667 fraction']],
  ["Almost half of the offences took place at home.", ['share "Almost half": 0.5 fraction, nearly']],
  ["Three quarters of complaints were upheld.", ['share "Three quarters": 0.75 fraction']],
  [
    "The share rose from a fifth to 34%.",
    ['direction "rose": up', 'share "a fifth": 0.2 fraction', 'share "34%": 34 percent'],
  ],
  ["Reports doubled in 2018/19.", ['change "doubled": 2 times, to the 0.5, ratio, ? to 2018/19']],
  [
    "Referrals have more than tripled since 2014.",
    ['change "more than tripled": 3 times, more-than, to the 0.5, ratio, 2014 to ?'],
  ],
  ["The number of arrests halved between 2015 and 2019.", ['change "halved": -0.5 fraction, relative, 2015 to 2019']],
  ["Convictions fell by a third.", ['change "a third": -0.3333 fraction, relative']],
  ["Complaints went up by half on the previous year.", ['change "half": 0.5 fraction, relative, previous to ?']],
  ["There were twice as many offences as in 2017.", ['change "twice": 2 times, to the 0.5, ratio, 2017 to ?']],
  [
    "Twice as many cases were recorded as the year before.",
    ['change "Twice": 2 times, to the 0.5, ratio, previous to ?'],
  ],
  ["The figure is 2.4 times what it was in 2017/18.", ['change "2.4 times": 2.4 times, ratio, 2017/18 to ?']],
  ["Offences are three times higher than in 2014.", ['change "three times": 3 times, to the 0.5, ratio, 2014 to ?']],
  [
    "There has been a fivefold increase in reports since 2010.",
    ['change "fivefold": 5 times, to the 0.5, ratio, 2010 to ?'],
  ],
  ["The rate rose by 14 percentage points.", ['change "14 percentage points": 14 percentage-points, points']],
  [
    "Satisfaction fell 3.5 percentage points to 61%.",
    ['change "3.5 percentage points": -3.5 percentage-points, points', 'share "61%": 61 percent'],
  ],
  [
    "The proportion was up two percentage points on a year earlier.",
    ['change "two percentage points": 2 percentage-points, points, previous to ?'],
  ],
  ["Hospital admissions reached a record high in 2019.", ['record "a record high": highest, in 2019']],
  ["Offences were at the highest level since 2014.", ['record "highest level since 2014": highest, since 2014']],
  ["The number of deaths was the lowest on record.", ['record "lowest on record": lowest']],
  ["Referrals hit an all-time high in 2021.", ['record "an all-time high": highest, in 2021']],
  ["Referrals set a new record high in 2021.", ['record "a new record high": highest, surpassing, in 2021']],
  [
    "More children than ever were referred in 2021.",
    ['record "More children than ever": highest, surpassing, in 2021'],
  ],
  [
    "The rate was lower than at any time since 2008.",
    ['record "lower than at any time since 2008": lowest, surpassing, since 2008'],
  ],
  [
    "Slightly more than 300 cases closed in 2019.",
    ['count "Slightly more than 300": 300 number, just-over, to the 10, of cases, in 2019'],
  ],
  ["Well over half of cases closed in 2019.", ['share "Well over half": 0.5 fraction, well-over, in 2019']],
  [
    "Far fewer than 300 cases closed in 2019.",
    ['count "Far fewer than 300": 300 number, well-under, to the 10, of cases, in 2019'],
  ],
  [
    "Just shy of 300 cases closed in 2019.",
    ['count "Just shy of 300": 300 number, nearly, to the 10, of cases, in 2019'],
  ],
  [
    "The unit took 300-plus cases and ~50 calls in 2019.",
    [
      'count "300-plus": 300 number, at-least, to the 10, of cases, in 2019',
      'count "~50": 50 number, about, of calls, in 2019',
    ],
  ],
  [
    "We sell more goods made here to the rest of the world than ever before.",
    ['record "more goods made here to the rest of the world than ever before": highest, surpassing'],
  ],
  ["Tests eat up as much as 45 lessons in 2019.", ['count "as much as 45": 45 number, at-most, of lessons, in 2019']],
  ["The rate rose for 50 consecutive months.", ['direction "rose": up']],
  ["Cases fell by half in 2019 on the year before.", ['change "half": -0.5 fraction, relative, previous to 2019']],
  ["Officers shut down nearly 90% of sites in 2019.", ['share "nearly 90%": 90 percent, nearly, in 2019']],
  ["It was the third highest number of 42 police forces.", ['rank "third highest number of 42": 3, highest']],
  ["The rate was the second-lowest of the 12 regions.", ['rank "second-lowest of the 12": 2, lowest']],
  ["There were 15 cases per 100,000 people in 2020.", ['rate "15 cases per 100,000 people": 15 number, in 2020']],
  ["Forces record 12 offences a day.", ['rate "12 offences a day": 12 number, day']],
  [
    "An average of 40 incidents per week were reported in 2018.",
    ['rate "40 incidents per week": 40 number, week, in 2018'],
  ],
  ["The number of offences has risen sharply.", ['direction "risen sharply": up, sharply']],
  ["Cases are falling.", ['direction "falling": down']],
  ["There is a growing number of complaints.", ['direction "growing": up']],
  ["Hate crime is on the rise.", ['direction "on the rise": up']],
  ["The rate of reoffending remained stable in 2018.", ['direction "remained stable": flat, ? to 2018']],
  ["Arrests decreased slightly in 2019.", ['direction "decreased slightly": down, slightly, ? to 2019']],
  ["Children are harmed every day.", ['rate "every day": 1, at-least, of children, day']],
  [
    "Offences jumped from 60 in 2017/18 to 166 in 2018/19.",
    ['count "60": 60 number, in 2017/18', 'count "166": 166 number, in 2018/19'],
  ],
  [
    "The total fell from 1,200 to 900.",
    ['count "1,200": 1200 number, to the 100', 'count "900": 900 number, to the 10'],
  ],
  ["There were 160 more offences than the year before.", ['change "160": 160 number, absolute, previous to ?']],
  ["The force recorded 33 fewer burglaries than in 2018.", ['change "33": -33 number, absolute, 2018 to ?']],
  ["Burglary was 30% lower than in 2015.", ['change "30%": -30 percent, relative, 2015 to ?']],
  [
    "Thefts increased by almost 20% between 2016/17 and 2017/18.",
    ['change "almost 20%": 20 percent, nearly, relative, 2016/17 to 2017/18'],
  ],
  [
    "A 140% rise on the year before was recorded in the year to April 2019.",
    ['change "140%": 140 percent, relative, previous to ?'],
  ],
  ["It represents an increase of 36 per cent.", ['change "36 per cent": 36 percent, relative']],
  ["There was a sharp fall of 22% in reported crime.", ['change "22%": -22 percent, relative']],
  ["Ministers cut spending on the scheme by a quarter.", ['change "a quarter": -0.25 fraction, relative']],
  ["Violent crime soared 57% year-on-year.", ['change "57%": 57 percent, relative, previous to ?']],
  ["The number of victims has grown by 7.5% since 2016.", ['change "7.5%": 7.5 percent, relative, 2016 to ?']],
  [
    "34% of offences involved Instagram, compared with a fifth the year before.",
    ['share "34%": 34 percent', 'share "a fifth": 0.2 fraction'],
  ],
  ["Instagram was used in 32% of cases where the method was known.", ['share "32%": 32 percent']],
  ["Girls made up 83% of victims in 2018/19.", ['share "83%": 83 percent, in 2018/19']],
  ["The under-13s accounted for one in four offences.", ['share "one in four": 0.25 fraction']],
  ["Police solved just 9% of burglaries in 2018.", ['share "9%": 9 percent, in 2018']],
  ["Some 62pc of respondents agreed.", ['share "Some 62pc": 62 percent, about']],
  ["Forty per cent of pupils said they had seen such messages.", ['share "Forty per cent": 40 percent']],
  ["Twelve offences were recorded in Rutland in 2018.", ['count "Twelve": 12 number, of offences, in 2018']],
  [
    "Two hundred and six complaints were upheld in 2017.",
    ['count "Two hundred and six": 206 number, of complaints, in 2017'],
  ],
  ["A dozen cases went to court in 2019.", ['count "A dozen": 12 number, of cases, in 2019']],
  ["Seven deaths were recorded in 2019.", ['count "Seven": 7 number, of deaths, in 2019']],
  [
    "Half a million people signed up in 2020.",
    ['count "Half a million": 500000 number, to the 10000, of people, in 2020'],
  ],
  [
    "There were 1,000 or more incidents in 2018/19.",
    ['count "1,000 or more": 1000 number, at-least, to the 100, of incidents, in 2018/19'],
  ],
  ["Over 60% of adults were worried.", ['share "Over 60%": 60 percent, more-than']],
  [
    "Well over 2,000 crimes were logged in 2016/17.",
    ['count "Well over 2,000": 2000 number, well-over, to the 100, of crimes, in 2016/17'],
  ],
  [
    "Just under 500 people took part in the survey in 2019.",
    ['count "Just under 500": 500 number, nearly, to the 10, of people, in 2019'],
  ],
  ["About one in five calls goes unanswered.", ['share "About one in five": 0.2 fraction, about']],
  ["Crime was down 4% in the first quarter of 2019.", ['change "4%": -4 percent, relative, ? to 2019 Q1']],
  [
    "From April to September 2018, 1,944 offences were recorded.",
    ['count "1,944": 1944 number, of offences, in Apr-Sep 2018'],
  ],
  ["In March 2020 there were 310 referrals.", ['count "310": 310 number, of referrals, in Mar 2020']],
  [
    "Offences rose by 9% in the 12 months to June 2019.",
    ['change "9%": 9 percent, relative, ? to year ending June 2019'],
  ],
  [
    "Between April 2017 and March 2018 forces logged 3,217 offences.",
    ['count "3,217": 3217 number, of offences, in 2017/18'],
  ],
  ["The number of cases did not change.", ['direction "did not change": flat']],
  [
    "There were 274 offences, an increase of 160.",
    ['count "274": 274 number, of offences', 'change "160": 160 number, absolute'],
  ],
  ["That is 1,317 cases out of 1,944.", ['count "1,317": 1317 number, of cases', 'count "1,944": 1944 number']],
  ["The caseload is now 18% higher than a year earlier.", ['change "18%": 18 percent, relative, previous to ?']],
  [
    "Deaths dropped by more than two-thirds between 2010 and 2018.",
    ['change "more than two-thirds": -0.6667 fraction, more-than, relative, 2010 to 2018'],
  ],
  ["Reports of abuse rose significantly.", ['direction "rose significantly": up, significantly']],
  [
    "The charity took 24,000 calls, a rise of 12% on 2017/18.",
    ['count "24,000": 24000 number, to the 1000, of calls', 'change "12%": 12 percent, relative, 2017/18 to ?'],
  ],
  ["A total of 9,756 offences were recorded over three years.", ['count "9,756": 9756 number, of offences']],
  [
    "Last year 418 offences involved Instagram; this year it was 929.",
    ['count "418": 418 number, of offences', 'count "929": 929 number'],
  ],
  [
    "The force said 274 crimes were logged in 2018-19, against 114 in 2017-18.",
    ['count "274": 274 number, of crimes, in 2018/19', 'count "114": 114 number, in 2017/18'],
  ],
  ['"We saw a 9.5% increase in 2020," said the chief constable.', ['change "9.5%": 9.5 percent, relative, ? to 2020']],
  [
    "Robbery fell from 1,301 in 2016 to 1,187 in 2018, a drop of 8.8%.",
    [
      'count "1,301": 1301 number, in 2016',
      'count "1,187": 1187 number, in 2018',
      'change "8.8%": -8.8 percent, relative, 2016 to 2018',
    ],
  ],
  [
    "Roughly one in six children in the county lives in poverty.",
    ['share "Roughly one in six": 0.1667 fraction, about'],
  ],
  [
    "More than 60 per cent of the 929 cases involved girls.",
    ['share "More than 60 per cent": 60 percent, more-than', 'count "929": 929 number, of cases'],
  ],
  [
    "The rate of imprisonment was 15.0 per 100,000 women in 2022.",
    ['rate "15.0 per 100,000 women": 15 number, to the 0.1, in 2022'],
  ],
  [
    "In 2022, 4.2 women in every 100,000 were sent to prison.",
    ['rate "4.2 women in every 100,000": 4.2 number, in 2022'],
  ],
  [
    "The hospital treated 1,950 patients in December 2020 and 2,310 in January 2021.",
    ['count "1,950": 1950 number, of patients, in Dec 2020', 'count "2,310": 2310 number, in Jan 2021'],
  ],
  ["Fewer than one in ten reports led to a charge.", ['share "Fewer than one in ten": 0.1 fraction, less-than']],
  [
    "Knife crime has more than doubled in five years, the figures show.",
    ['change "more than doubled": 2 times, more-than, to the 0.5, ratio'],
  ],
  [
    "Attendance was up by almost a quarter on the previous year.",
    ['change "almost a quarter": 0.25 fraction, nearly, relative, previous to ?'],
  ],
  [
    "The number of pupils excluded reached its highest since 2009.",
    ['record "highest since 2009": highest, since 2009'],
  ],
  [
    "Offences against under-16s rose 18% to 1,420 in the year ending March 2018.",
    [
      'change "18%": 18 percent, relative, ? to year ending March 2018',
      'count "1,420": 1420 number, in year ending March 2018',
    ],
  ],
  [
    "Cases went from 37 to 84, an increase of 127%.",
    ['count "37": 37 number', 'count "84": 84 number', 'change "127%": 127 percent, relative'],
  ],
  [
    "Nearly three times as many people were helped as in 2012.",
    ['change "Nearly three times": 3 times, nearly, to the 0.5, ratio, 2012 to ?'],
  ],
  ["Calls are up 40 per cent since the first lockdown.", ['change "40 per cent": 40 percent, relative']],
  ["Of 388 offences, 77% involved social media.", ['count "388": 388 number, of offences', 'share "77%": 77 percent']],
  [
    "The proportion of girls rose from 68% in 2016 to 83% in 2019.",
    ['direction "rose": up, 2016 to 2019', 'share "68%": 68 percent, in 2016', 'share "83%": 83 percent, in 2019'],
  ],
  [
    "The unit dealt with 3 million images in 2019.",
    ['count "3 million": 3000000 number, to the 1000000, of images, in 2019'],
  ],
  [
    "Eighty-four offences were recorded, compared with thirty-seven the year before.",
    ['count "Eighty-four": 84 number, of offences', 'count "thirty-seven": 37 number'],
  ],
  ["Crime did not fall by 10%.", []],
  ["Police say they expect a rise of 12% next year.", []],
  ["The charity has helped 5,000 families since 2015.", ['count "5,000": 5000 number, to the 100, of families']],
  [
    "About 700 of the 2,100 cases were closed.",
    ['count "About 700": 700 number, about, to the 10', 'count "2,100": 2100 number, to the 100, of cases'],
  ],
  ["It is the fourth lowest rate in the country.", ['rank "fourth lowest": 4, lowest']],
  ["Between 40 and 50 offences a month go unreported.", []],
  ["Knife crime is lower than in London.", []],
  [
    "The force recorded 3,512 offences in the 12 months to September 2019, up from 2,640 in the same period of 2017.",
    ['count "3,512": 3512 number, of offences, in year ending September 2019', 'count "2,640": 2640 number'],
  ],
  [
    "That is a 7% increase on the previous year and 36% higher than in 2014.",
    ['change "7%": 7 percent, relative, previous to ?', 'change "36%": 36 percent, relative, 2014 to ?'],
  ],
  [
    "In the first six months of 2019 there were 18 homicides, double the figure for 2018.",
    [
      'count "18": 18 number, of homicides, in Jan-Jun 2019',
      'change "double": 2 times, to the 0.5, ratio, 2018 to Jan-Jun 2019',
    ],
  ],
  [
    "The total was the highest since comparable records began in 2011.",
    ['record "highest since comparable records began in 2011": highest, first period included, since 2011'],
  ],
  [
    "Nearly half of all victims were known to the police, and two in five had been attacked before.",
    ['share "Nearly half": 0.5 fraction, nearly', 'share "two in five": 0.4 fraction'],
  ],
  [
    "Arrests for fraud came to 1,208, compared with 412 in November 2018.",
    ['count "1,208": 1208 number', 'count "412": 412 number, in Nov 2018'],
  ],
  [
    "The number of refuges was 64 in 2017, the highest since 2011, and 12% more than in 2016.",
    [
      'count "64": 64 number, in 2017',
      'record "highest since 2011": highest, since 2011, in 2017',
      'change "12%": 12 percent, relative, 2016 to 2017',
    ],
  ],
  [
    "Deaths fell to 4.7 million, 150,000 fewer.",
    ['count "4.7 million": 4700000 number, to the 100000', 'change "150,000": -150000 number, to the 10000, absolute'],
  ],
  [
    "The gap between the two groups was 6.2 percentage points in 2018.",
    ['comparison "6.2 percentage points": 6.2 percentage-points, in 2018'],
  ],
  [
    "The gap narrowed by 2.1 percentage points between 2016 and 2018.",
    ['change "2.1 percentage points": -2.1 percentage-points, points, 2016 to 2018'],
  ],
  [
    "Attainment was 6.2 percentage points higher than for boys in 2018.",
    ['comparison "6.2 percentage points": 6.2 percentage-points, higher, in 2018'],
  ],
  [
    "The largest rises were in Leeds (12%), Hull (5%) and York (2%).",
    ['change "12%": 12 percent, relative', 'change "5%": 5 percent, relative', 'change "2%": 2 percent, relative'],
  ],
  [
    "There were 83, 79 and 75 new cases of the disease per 100,000 in 2016, 2017 and 2018.",
    [
      'rate "83": 83 number, in 2016',
      'rate "79": 79 number, in 2017',
      'rate "75 new cases of the disease per 100,000": 75 number, in 2018',
    ],
  ],
  ["The rate per 100,000 was 83 in Leeds and 75 in Hull.", ['rate "83": 83 number', 'rate "75": 75 number']],
  [
    "It was the worst figure since records began in 2004.",
    ['record "worst figure since records began in 2004": first period included, since 2004'],
  ],
  ["Waiting lists are the longest in five years.", ['record "longest": highest']],
  ["The total was the highest for ten years.", ['record "highest": highest']],
  [
    "Output changed by −0.3% in March 2019 (+0.2% in February).",
    ['change "−0.3%": -0.3 percent, relative, ? to Mar 2019', 'change "+0.2%": 0.2 percent, relative'],
  ],
  ["Men were 30% more likely than women to be victims in 2019.", ['comparison "30%": 30 percent, higher, in 2019']],
  ["Deaths were 12% above the five-year average.", ['comparison "12%": 12 percent, higher']],
  [
    "In the year ending March 2019 there were 84 arsons, a decrease of 5% compared with the previous year (88).",
    [
      'count "84": 84 number, of arsons, in year ending March 2019',
      'change "5%": -5 percent, relative, previous to year ending March 2019',
      'count "88": 88 number, in year ending March 2018',
    ],
  ],
  [
    "Between 2017 and 2018, births decreased by 3.2%, from 31,420 to 30,415.",
    [
      'change "3.2%": -3.2 percent, relative, 2017 to 2018',
      'count "31,420": 31420 number, in 2017',
      'count "30,415": 30415 number, in 2018',
    ],
  ],
  [
    "At 31 March 2019 there were 6,214 children in care, up 4% on 31 March 2018.",
    [
      'count "6,214": 6214 number, of children, in 2019-03-31',
      'change "4%": 4 percent, relative, 2018-03-31 to 2019-03-31',
    ],
  ],
  ["Figures published on 12 May 2020 show 274 cases.", ['count "274": 274 number, of cases']],
  [
    "In November 2019 there were 1,208 arrests, compared with 412 a year earlier.",
    ['count "1,208": 1208 number, of arrests, in Nov 2019', 'count "412": 412 number, in Nov 2018'],
  ],
  [
    "Unemployment for June to August 2019 was 3.9%, 0.1 percentage points lower than the previous quarter.",
    [
      'share "3.9%": 3.9 percent, in Jun-Aug 2019',
      'change "0.1 percentage points": -0.1 percentage-points, points, Mar-May 2019 to Jun-Aug 2019',
    ],
  ],
  ["In 2018 to 2019 the service answered 1,950 calls.", ['count "1,950": 1950 number, of calls, in 2018/19']],
  ["From 2018 to 2019 the number of calls rose by 12%.", ['change "12%": 12 percent, relative, 2018 to 2019']],
  [
    "Of the 2012–2016 total of 1,950, 12% were upheld.",
    ['count "1,950": 1950 number, in 2012-01-01/2017-01-01', 'share "12%": 12 percent, in 2012-01-01/2017-01-01'],
  ],
  [
    "On 30 June 2018 there were 4,120 tenants, up 3% from 4,000 on 30 June 2017 and up 9% on the low of 3,780 on 30 June 2012.",
    [
      'count "4,120": 4120 number, of tenants, in 2018-06-30',
      'change "3%": 3 percent, relative, 2017-06-30 to 2018-06-30',
      'count "4,000": 4000 number, to the 100, in 2017-06-30',
      'change "9%": 9 percent, relative, 2012-06-30 to 2018-06-30',
      'count "3,780": 3780 number, in 2012-06-30',
    ],
  ],
  [
    "Visits rose by 6% from the year ending March 2015 and 11 per cent from the year ending March 2012.",
    [
      'change "6%": 6 percent, relative, year ending March 2015 to ?',
      'change "11 per cent": 11 percent, relative, year ending March 2012 to ?',
    ],
  ],
  [
    "Loans fell significantly, by 4.1% for adults and 6.3% for children.",
    ['change "4.1%": -4.1 percent, relative', 'change "6.3%": -6.3 percent, relative'],
  ],
  [
    "Output grew between the second and third quarters of 2016 by 0.4%.",
    ['change "0.4%": 0.4 percent, relative, 2016 Q2 to 2016 Q3'],
  ],
  [
    "There were 812 fires in 2016, more than double the 390 in the previous year.",
    [
      'count "812": 812 number, of fires, in 2016',
      'change "more than double": 2 times, more-than, to the 0.5, ratio, ? to 2016',
      'count "390": 390 number, in 2015',
    ],
  ],
  [
    "The figure for May 2017 – 612 – was the second lowest on record.",
    ['count "612": 612 number, in May 2017', 'rank "second lowest": 2, lowest, in May 2017'],
  ],
  [
    "The largest rises from 2014 to 2016 were among those aged 15 to 24 (18%), 25 to 34 (12%) and 35 to 44 (9%).",
    [
      'change "18%": 18 percent, relative, 2014 to 2016',
      'change "12%": 12 percent, relative, 2014 to 2016',
      'change "9%": 9 percent, relative, 2014 to 2016',
    ],
  ],
  [
    "Complaints were up 317, or 12%, on 2018.",
    ['change "317": 317 number, absolute, 2018 to ?', 'change "12%": 12 percent, relative, 2018 to ?'],
  ],
  [
    "Trainees numbered 212 in 2018, compared with 188 in 2017 (a rise of 12.8%).",
    [
      'count "212": 212 number, in 2018',
      'count "188": 188 number, in 2017',
      'change "12.8%": 12.8 percent, relative, 2017 to 2018',
    ],
  ],
  [
    "For every 1,000 homes, almost 14 stood empty in 2018, compared to 12.5 the previous year.",
    ['rate "almost 14": 14 number, nearly, in 2018', 'rate "12.5": 12.5 number, in 2017'],
  ],
  [
    "During 1998‒2014, some 3,410 wells were dug.",
    ['count "some 3,410": 3410 number, about, of wells, in 1998-01-01/2015-01-01'],
  ],
  [
    "Arrests fell by 310 between September 2010 and September 2016.",
    ['change "310": -310 number, absolute, Sep 2010 to Sep 2016'],
  ],
  [
    "This is 4.1% lower than 2017 and 3.2% lower than the previous record low in 2001, when there were 163 cases.",
    [
      'change "4.1%": -4.1 percent, relative, 2017 to ?',
      'change "3.2%": -3.2 percent, relative, 2001 to ?',
      'count "163": 163 number, of cases, in 2001',
    ],
  ],
  [
    "The 2017 figure is 9% above the 2010-14 average of 338.",
    ['comparison "9%": 9 percent, higher, in 2017', 'count "338": 338 number, in 2010-01-01/2015-01-01'],
  ],
  ["Prices rose 0.4% m-o-m in July 2017.", ['change "0.4%": 0.4 percent, relative, previous to Jul 2017']],
  [
    "Recalls rose 5% from 61 in 2018 to 64 in 2019, but were 9% lower than in 2009.",
    [
      'change "5%": 5 percent, relative, 2018 to 2019',
      'count "61": 61 number, in 2018',
      'count "64": 64 number, in 2019',
      'change "9%": -9 percent, relative, 2009 to ?',
    ],
  ],
  [
    "It was 41% higher than when such counts were first made in 2011.",
    ['change "41%": 41 percent, relative, 2011 to ?'],
  ],
  ["Sales grew by just 0.6 per cent in May 2018.", ['change "0.6 per cent": 0.6 percent, relative, ? to May 2018']],
  [
    "The number in work rose by 2.1% or 4,500 from Q2 2018 to Q2 2019.",
    [
      'change "2.1%": 2.1 percent, relative, 2018 Q2 to 2019 Q2',
      'change "4,500": 4500 number, to the 100, absolute, 2018 Q2 to 2019 Q2',
    ],
  ],
  [
    "There were 61 offences in 2018, compared to 43 in 2019, a fall of 30%.",
    [
      'count "61": 61 number, of offences, in 2018',
      'count "43": 43 number, in 2019',
      'change "30%": -30 percent, relative, 2018 to 2019',
    ],
  ],
  ["Readers were 14% above the average for 2018/19.", ['comparison "14%": 14 percent, higher']],
  [
    "The number with passes was 410 or 12.3% lower than in 2016.",
    ['change "410": -410 number, absolute, 2016 to ?', 'change "12.3%": -12.3 percent, relative, 2016 to ?'],
  ],
  [
    "It is nine times higher than in the richer part of the city.",
    ['comparison "nine times": 9 times, to the 0.5, times'],
  ],
  ["Losses have declined by one-fourth since 2015.", ['change "one-fourth": -0.25 fraction, relative, 2015 to ?']],
  [
    "Takings rose to 8.1 million, up from 7.4 million in the previous year, 2012.",
    [
      'count "8.1 million": 8100000 number, to the 100000',
      'count "7.4 million": 7400000 number, to the 100000, in 2012',
    ],
  ],
  [
    "Trips fell 12% from July 2014 to July 2015 and were down 18% from 2013.",
    ['change "12%": -12 percent, relative, Jul 2014 to Jul 2015', 'change "18%": -18 percent, relative, 2013 to ?'],
  ],
  [
    "The 3,120 loans made during the year was up slightly on 3,050 in 2009.",
    ['count "3,120": 3120 number, of loans', 'count "3,050": 3050 number, in 2009'],
  ],
  [
    "In 2016 the rate was 14 per 1,000, below the 2008 rate of 31.",
    ['rate "14 per 1,000": 14 number, in 2016', 'count "31": 31 number, in 2008'],
  ],
  [
    "Deaths in the December 2008 year totalled 512, up 12 from the June 2008 year.",
    [
      'count "512": 512 number, in year ending December 2008',
      'change "12": 12 number, absolute, year ending June 2008 to year ending December 2008',
    ],
  ],
  ["At the time 1,240 people were held under the Mental Health Act 1983.", ['count "1,240": 1240 number, of people']],
];

/** Sentences in which nothing is to be proposed, each with the numbers that are left and what they are. */
export const nothing: readonly (readonly [sentence: string, unread: readonly string[]])[] = [
  ["The meeting is on 12 September 2019.", ["12 September 2019: date"]],
  ["Call 0800 1111 to talk to somebody.", ["0800 1111: phone number"]],
  ["Samaritans can be reached on 116 123 at any time.", ["116 123: phone number"]],
  ["A 12-year-old girl told her teacher.", ["12-year-old: age"]],
  ["Pupils aged 11 to 16 attended.", ["aged 11 to 16: age"]],
  ["Jane Smith, 43, said she was worried.", ["43: age"]],
  ["The law was passed in 2017.", ["2017: date"]],
  ["The office opens at 9am and closes at 5.30pm.", ["9am: time of day", "5.30pm: time of day"]],
  ["See Table 3 on page 12.", ["Table 3: reference", "page 12: reference"]],
  ["Section 15A of the Act applies.", ["Section 15A: reference"]],
  ["The A421 was closed for three hours.", ["A421: name", "three hours: duration"]],
  ["Covid-19 changed everything.", ["Covid-19: name"]],
  ["They live at MK9 3HP.", ["MK9 3HP: name"]],
  ["It is the 21st century.", ["21st: ordinal"]],
  ["He came third in the race.", ["third: ordinal"]],
  ["The second half was better.", ["second: ordinal"]],
  ["A third person was later arrested.", ["third: ordinal"]],
  ["The team won 3-1 on Saturday.", ["3-1: score"]],
  ["The phone has 64GB of memory.", ["64GB: name"]],
  ["She walked 12 miles to school.", ["12 miles: measurement"]],
  ["The helpline is open 24/7.", ["24/7: time of day"]],
  [
    "Write to help@example4.org or visit www.example.org/2019/page2.",
    ["help@example4.org: web address", "www.example.org/2019/page2: web address"],
  ],
  ["The five-strong panel met in a three-bedroom house.", ["five-strong: compound", "three-bedroom: compound"]],
  ["It lasted two years.", ["two years: duration"]],
  ["He goes to the gym three times a week.", ["three times a week: frequency"]],
  ["In the 1990s there was no such law.", ["1990s: date"]],
  ["No one was hurt.", []],
  ["The plan will cut crime by 30%.", ["30%: forecast"]],
  ["Ministers aim to halve the number of cases by 2030.", ["halve: forecast", "2030: date"]],
  ["Two men shook hands.", ["Two: small number"]],
  ["1. Read the guidance first.", ["1.: list number", "first: ordinal"]],
  ["The trial begins on 3 June and ends in July 2020.", ["3 June: date", "July 2020: date"]],
  ["She rose from her chair and fell silent.", []],
  ["They cut the ribbon at 10:30.", ["10:30: time of day"]],
  ["He was sentenced to four years in prison.", ["four years: duration"]],
  ["The fund is worth £2.5m.", ["£2.5m: money"]],
  ["Police record the method where it is known.", []],
  ["Only one of them replied.", []],
  ["Room 101 is on the first floor.", ["Room 101: reference", "first: ordinal"]],
  ["The song reached number 2 in 1985.", ["number 2: reference", "1985: date"]],
  ["He was 17 when it happened, and the youngest was only 13.", ["17: age", "13: age"]],
  ["The case is heard in Court 2 on Monday.", ["Court 2: reference"]],
  ["Most of them were under 18.", ["under 18: age"]],
  ["Pupils took grades 7, 8 and 9.", ["grades 7, 8 and 9: reference"]],
  ["The Attainment 8 score per pupil is published by the department.", ["Attainment 8: reference"]],
  ["It is a rate per 100,000 people.", ["per 100,000 people: rate base"]],
];
