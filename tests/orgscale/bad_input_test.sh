#!/bin/sh
# Input that can't be used gets one clear line on standard error, exit status 2, and nothing written.
# usage: bad_input_test.sh PROGRAM WORK_FOLDER

program=$1
work=$2
failures=0
rm -rf "$work"
mkdir -p "$work" || exit 1
cd "$work" || exit 1

cat > good.json <<'END'
{
  "title": "A shop",
  "about": ["Made up."],
  "time": {"unit": "year", "start": 2010, "horizon": 5},
  "people_are": "people",
  "customers_are": "customers",
  "now": {"people": 10, "customers": 50},
  "now_is": "linear/hierarchy",
  "organisation": {
    "hiring_rate": 4,
    "customers_per_person": 8,
    "churn": 0.1
  },
  "hierarchy": {
    "span_of_control": 7,
    "control_retention": 0.9
  },
  "meritocracy": {"alignment": 0.8, "peers": 5, "time_per_peer": 0.02},
  "linear": {"sales_rate": 20},
  "parallel": {"sales_rate": 6, "units": 3},
  "network": {"imitation": 0.4, "potential": 1000},
  "costs": {"per_person": 50000, "currency": "dollars"},
  "recorded": {"csv": "figures.csv", "time": "year", "people": "heads", "customers": "buyers"},
  "what_if": [{"title": "all is escalated", "composition": "linear/hierarchy",
               "set": {"escalation": 1}}]
}
END
cat > figures.csv <<'END'
# recorded by hand
year,heads,buyers
2010,10,50
2011,12,
2012,14,80
END

wrong() {
    printf 'FAILED: %s\n' "$1"
    sed 's/^/    /' err
    failures=$((failures + 1))
}

# check NAME ARGUMENTS... -- WORDS...: runs the command plan and looks at all it did.
command=plan
check() {
    name=$1
    shift
    rm -f report.html
    arguments=''
    while [ "$1" != -- ]; do
        arguments="$arguments '$1'"
        shift
    done
    shift
    eval "\"\$program\" $command $arguments" > out 2> err
    status=$?
    [ "$status" -eq 2 ] || wrong "$name: exit status $status, not 2"
    [ ! -s out ] || wrong "$name: something on standard output"
    [ "$(wc -l < err)" -eq 1 ] || wrong "$name: not one line on standard error"
    for left in report.html report.html.part; do
        [ ! -e "$left" ] || wrong "$name: $left was left behind"
    done
    for word in "$@"; do
        grep -q -F -e "$word" err || wrong "$name: the line does not say '$word'"
    done
}

# bad_json NAME SED_SCRIPT WORDS...: the good scenario with a change.
bad_json() {
    name=$1
    sed "$2" good.json > bad.json
    shift 2
    cmp -s good.json bad.json && wrong "$name: the change changed nothing"
    check "$name" bad.json --report report.html -- bad.json "$@"
}

# bad_csv NAME SED_SCRIPT WORDS...: the good figures with a change.
bad_csv() {
    name=$1
    cp figures.csv kept.csv
    sed "$2" kept.csv > figures.csv
    shift 2
    cmp -s kept.csv figures.csv && wrong "$name: the change changed nothing"
    check "$name" good.json --report report.html -- figures.csv "$@"
    cp kept.csv figures.csv
}

# The good one works, with a report, as text and as JSON.
for form in '' --json; do
    "$program" plan good.json $form --report report.html > out 2> err || wrong "good $form: refused"
    [ -s out ] || wrong "good $form: no output"
    [ ! -s err ] || wrong "good $form: something on standard error"
    grep -q '</html>' report.html || wrong "good $form: no whole report"
    [ ! -e report.html.part ] || wrong "good $form: the partial report was left behind"
done

# With something uncertain and a long run: no bar where standard error is no terminal.
sed 's/"churn": 0.1/"churn": [0.05, 0.2]/; s/"costs"/"uncertainty": {"members": 20000, "seed": 1}, "costs"/' \
    good.json > unsure.json
"$program" plan unsure.json > out 2> err || wrong 'something uncertain: refused'
grep -q -F '20,000 runs over 1 uncertain parameter' out || wrong 'something uncertain: no word of it'
[ ! -s err ] || wrong 'something uncertain: something on standard error'
if script -qec true /dev/null > out 2>&1; then
    script -qec "'$program' plan unsure.json" /dev/null > out 2>&1
    grep -q 'runs \[#' out || wrong 'a long run on a terminal: no progress bar'
fi

bad_json 'not JSON'            '4s/:/;/'                    'not JSON' 'line 4, column'
bad_json 'a missing comma'     '10s/,//'                    'not JSON' 'line 11, column'
bad_json 'a number too large'  's/"hiring_rate": 4/"hiring_rate": 1e999/' ':10:' '1e999'
bad_json 'an infinite horizon' 's/"horizon": 5/"horizon": 1e300/'  ':4:' 'time.horizon' 'at most 200'
bad_json 'no horizon'          's/"horizon": 5/"horizon": 0/'      'time.horizon' 'greater than 0' 'is 0'
bad_json 'a name at the top'   's/"abuot"/x/; s/"about"/"abuot"/'  'abuot is not known' 'about?'
bad_json 'a name in a section' 's/hiring_rate/hirign_rate/' ':10:' 'organisation.hirign_rate is not known' 'hiring_rate?'
bad_json 'a name of the other governance' 's/"alignment"/"span_of_contro"/' 'meritocracy.span_of_contro is not known'
bad_json 'a name of another law' 's/"imitation": 0.4/"imitation": 0.4, "units": 2/' 'network.units is not known'
bad_json 'a name in now'       's/"people": 10/"peopel": 10/'      'now.peopel is not known' 'people?'
bad_json 'a name in a what-if' 's/"escalation": 1/"escalations": 1/' 'escalations is not known' 'escalation?'
bad_json 'a composition'       's/"now_is": "linear/"now_is": "lineer/' 'now_is' 'lineer/hierarchy' 'linear/hierarchy?'
bad_json 'a unit of time'      's/"unit": "year"/"unit": "yaer"/'  'time.unit' 'year?'
bad_json 'a name twice'        '10s/4,/4, "hiring_rate": 5,/'      ':10:' 'hiring_rate' 'twice'
bad_json 'a text for a number' 's/"churn": 0.1/"churn": "0.1"/'    ':12:' 'organisation.churn must be a number' 'text'
bad_json 'a number for a text' 's/"title": "A shop"/"title": 3/'   ':2:' 'title must be a text'
bad_json 'a null'              's/"people": 10/"people": null/'    'now.people must be a number' 'null'
bad_json 'a list for an object' 's/"now": {"people": 10, "customers": 50}/"now": []/' 'now must be an object'
bad_json 'a missing parameter' '/hiring_rate/d'             'hiring_rate is missing: ' '[people/time]; it is neither in'
bad_json 'a missing span'      '/span_of_control/d'         'hierarchy.span_of_control is missing: direct reports per manager [people]'
bad_json 'a missing number of units' 's/, "units": 3//'     'units is missing' 'parallel'
bad_json 'several at once, each with its place' '/hiring_rate/d; s/, "units": 3//; /span_of_control/d' '3 parameters are missing: ' \
    'hiring_rate [people/time] (' 'in linear, demand or organisation' 'span_of_control [people] (' 'in hierarchy' 'units [units] (' 'in parallel, demand or organisation'
bad_json 'a missing start'     's/"people": 10, //'         'now.people is missing'
bad_json 'a missing title'     '/"title": "A shop"/d'       'title is missing'
bad_json 'a negative rate'     's/"hiring_rate": 4/"hiring_rate": -4/' ':10:' 'organisation.hiring_rate must be greater than 0' 'is -4'
bad_json 'a share above 1'     's/"alignment": 0.8/"alignment": 1.5/'  ':18:' 'meritocracy.alignment must be from 0 to 1' 'is 1.5'
bad_json 'a span of 1'         's/"span_of_control": 7/"span_of_control": 1/' ':15:' 'hierarchy.span_of_control must be greater than 1' 'is 1'
bad_json 'too few units'       's/"units": 3/"units": 0.5/' 'parallel.units must be 1 or greater' 'is 0.5'
bad_json 'two that disagree'   's/"control_retention": 0.9/"control_retention": 0.1/' 'control_retention * span_of_control must exceed 1' 'is 0.1' 'line 16' 'is 7' 'line 15'
bad_json 'peers that take all' 's/"time_per_peer": 0.02/"time_per_peer": 0.2/' 'time_per_peer * peers must be less than 1'
bad_json 'negative people'     's/"people": 10/"people": -1/' ':7:' 'now.people must be 0 or greater' 'is -1'
bad_json 'negative costs'      's/50000/-5/'                'costs.per_person must be 0 or greater'
bad_json 'a what-if out of its domain' 's/"escalation": 1/"escalation": 2/' 'escalation must be from 0 to 1' 'is 2'
bad_json 'recorded without a column' 's/, "people": "heads", "customers": "buyers"//' 'recorded.people or recorded.customers'
bad_json 'a deep nest'         "s/\"about\": .*/\"about\": $(printf '[%.0s' $(seq 100)),/" 'nested too deeply'

# How it is run, and what is promised.
cp good.json plain.json
sed 's/"costs"/"demand": {"sales_rate": 20},\n"promise": {"customers": 60, "by": 4, "wait": 2},\n"choose": {"hiring_rate": [1, 50]},\n"observation": {"policy": "dashboard", "reporting_interval": 1},\n"improvement": {"policy": "reorganization", "start": 1},\n"ownership": {"policy": "functional_silos", "functions": 2},\n"stages": {"scale": 100},\n"costs"/; /"hiring_rate": 4,/d; /"now_is"/d' plain.json > good.json
"$program" plan good.json > out 2> err || wrong 'a promise: refused'
grep -q -F 'Which organisation keeps the promise' out || wrong 'a promise: no word of it'
"$program" plan good.json --json > out 2> err || wrong 'a promise as JSON: refused'
grep -q -F '"designed": true' out || wrong 'a promise as JSON: not designed'

bad_json 'a policy of no kind'      's/"dashboard"/"dashbord"/' 'observation.policy is "dashbord", which is not known' 'dashboard?'
bad_json 'no policy'                's/"policy": "dashboard", //' 'observation.policy is missing'
bad_json 'a parameter of another policy' 's/"reporting_interval": 1/"reporting_interval": 1, "visit_interval": 2/' 'observation.visit_interval is not known'
bad_json 'a missing interval'       's/, "reporting_interval": 1//' 'observation.reporting_interval is missing'
bad_json 'an interval of nothing'   's/"reporting_interval": 1/"reporting_interval": 0/' 'observation.reporting_interval must be greater than 0' 'is 0'
bad_json 'half a function'          's/"functions": 2/"functions": 0.5/' 'ownership.functions must be 1 or greater' 'is 0.5'
bad_json 'a dip of all'             's/"start": 1/"start": 1, "dip": 1/' 'improvement.dip must be' 'is 1'
bad_json 'a demand of another kind' 's/"demand": {"sales_rate": 20}/"demand": {"churn": 1}/' 'demand.churn is not known'
bad_json 'a stage of no kind'       's/"stages": {"scale": 100}/"stages": {"size": 100}/' 'stages.size is not known'
bad_json 'a negative stage'         's/"stages": {"scale": 100}/"stages": {"scale": -1}/' 'stages.scale must be 0 or greater' 'is -1'
bad_json 'a promise of nothing'     's/"customers": 60, "by": 4, "wait": 2/"by": 4/' 'promise promises nothing'
bad_json 'a promise behind the horizon' 's/"by": 4/"by": 6/' 'promise.by must be greater than 0 and at most the horizon, 5' 'is 6'
bad_json 'a promise kept since later' 's/"by": 4/"by": 4, "since": 5/' 'promise.since must be from 0 to "by", 4' 'is 5'
bad_json 'a share above all'        's/"wait": 2/"share": 2/' 'promise.share must be from 0 to 1' 'is 2'
bad_json 'a negative wait'          's/"wait": 2/"wait": -2/' 'promise.wait must be 0 or greater' 'is -2'
bad_json 'a share within no time'    's/"wait": 2/"wait_share": 0.9/' 'promise.wait_share needs the wait'
bad_json 'a share of those who wait'  's/"wait": 2/"wait": 2, "wait_share": 0.9/' 'promise.wait_share needs customers who wait'
bad_json 'all within a time'         's/"wait": 2/"wait": 2, "wait_share": 1/' 'promise.wait_share must be greater than 0 and less than 1, but is 1'
bad_json 'a word of no promise'     's/"wait": 2/"wiat": 2/' 'promise.wiat is not known' 'wait?'
bad_json 'a choice of nothing known' 's/"hiring_rate": \[1, 50\]/"hirign_rate": [1, 50]/' 'choose.hirign_rate is not known' 'hiring_rate?'
bad_json 'a choice more of nothing known' 's/"hiring_rate": \[1, 50\]/"hiring_rate": [1, 50], "spam": [1, 2]/' 'choose.spam is not known'
bad_json 'a choice upside down'     's/\[1, 50\]/[50, 1]/' 'choose.hiring_rate must go from a lower to a higher number' '[50, 1]'
bad_json 'a choice of three'        's/\[1, 50\]/[1, 2, 3]/' 'choose.hiring_rate must be [low, high]'
bad_json 'a choice of no whole number' 's/\[1, 50\]/{"from": 1.2, "to": 1.8, "whole": true}/' 'choose.hiring_rate must have a whole number in it'
bad_json 'a choice outside its domain' 's/\[1, 50\]/[-1, 50]/' 'choose.hiring_rate must be greater than 0' 'reaches from -1 to 50'
bad_json 'a choice by a word'       's/\[1, 50\]/{"from": 1, "to": 5, "whole": "yes"}/' 'choose.hiring_rate.whole must be true or false'
bad_json 'a choice of nothing at all' 's/{"hiring_rate": \[1, 50\]}/{}/; s/"churn": 0.1/"churn": 0.1, "hiring_rate": 4/' 'choose names nothing'
bad_json 'a choice made twice'      's/"hiring_rate": \[1, 50\]/"hiring_rate": [1, 50], "span_of_control": [3, 9], "governance.span_of_control": [3, 9]/' 'choose.span_of_control is there again as governance.span_of_control'
bad_json 'a choice of one number'   's/\[1, 50\]/5/' 'choose.hiring_rate must be [low, high]'
bad_json 'a choice that has a distribution' 's/"hiring_rate": \[1, 50\]/"hiring_rate": [1, 50], "churn": [0.1, 0.2]/; s/"churn": 0.1,*$/"churn": [0.1, 0.2]/; s/"stages"/"uncertainty": {"members": 9, "seed": 1},\n"stages"/' 'choose.churn is to be chosen, but has a distribution at organisation.churn'
bad_json 'an organisation that is told and not written' 's/"stages"/"now_is": "linear\/hierarchy",\n"stages"/' 'now_is states the organisation, so that hiring_rate must be stated too'
bad_json 'a question of nothing'    's/, *$/,/; s/^ *"set": {"escalation": 1}}/"composition": "linear\/hierarchy"}/; s/"composition": "linear\/hierarchy",$//' 'what_if[0]' 'changes nothing'
bad_json 'a question of a distribution' 's/"set": {"escalation": 1}}/"observation": {"policy": "dashboard", "reporting_interval": [1, 2]}}/' 'what_if[0].observation.reporting_interval must be a number'
bad_json 'a question in other money' 's/"set": {"escalation": 1}}/"budget": {"currency": "euros", "price": 1, "wage": 1}}/' 'what_if[0].budget.currency must be that of the scenario, dollars, but is euros'
bad_json 'a choice without a promise' '/"promise"/d' 'choose is there, but no promise'
bad_json 'a promise, no choice and no organisation' 's/"hiring_rate": \[1, 50\]//; s/"choose": {},//; s/"churn": 0.1/"churn": 0.1, "hiring_rate": 4/' 'now_is is missing'
bad_json 'a budget beside costs'    's/"stages"/"budget": {"currency": "euros", "price": 1, "wage": 1},\n"stages"/' 'costs and budget both state'
bad_json 'cash promised without a budget' 's/"promise": {/"promise": {"cash": 0, /' 'promise.cash can be promised only with a budget'
bad_json 'a budget without a wage'  's/"stages"/"budget": {"currency": "euros", "price": 1},\n"stages"/; s/"costs": [^}]*},//' 'budget.wage is missing'
bad_json 'a budget that may end'   's/"stages"/"budget": {"currency": "euros", "price": 1, "wage": 1, "stop_when_insolvent": 1},\n"stages"/; s/"costs": [^}]*},//' 'budget.stop_when_insolvent must be'
bad_json 'a budget in debt'         's/"stages"/"budget": {"currency": "euros", "cash": -1, "price": 1, "wage": 1},\n"stages"/; s/"costs": [^}]*},//' 'budget.cash must be 0 or greater' 'is -1'
bad_json 'a question without a change' 's/,$/,/; s/"set": {"escalation": 1}}/"observation": {"policy": "shop_flor"}}/' 'what_if[0].observation.policy is "shop_flor"' 'shop_floor?'
cp plain.json good.json

# unsure NAME SED_SCRIPT WORDS...: the good scenario with something uncertain.
unsure() {
    name=$1
    script=$2
    shift 2
    bad_json "$name" "s/\"costs\"/\"uncertainty\": {\"members\": 100, \"seed\": 1},\\n\"costs\"/; $script" "$@"
}
churn() {
    printf 's/"churn": 0.1/"churn": %s/' "$1"
}

unsure 'an interval upside down'  "$(churn '[0.3, 0.1]')" ':12:14: organisation.churn' 'low less than high' '[0.3, 0.1]'
unsure 'an interval of three'     "$(churn '[0.1, 0.2, 0.3]')" ':12:14: organisation.churn' '[low, high]'
unsure 'an interval of texts'     "$(churn '["a", "b"]')" 'organisation.churn' '[low, high]'
unsure 'an interval that leaves the domain' "$(churn '[-0.1, 0.3]')" ':12:14: organisation.churn must be 0 or greater' 'anything from -0.1 to 0.3' 'goes from -0.1 to 0.3'
unsure 'a distribution that leaves the domain' "$(churn '{"distribution": "normal", "mean": 0.1, "deviation": 0.05}')" ':12:14: organisation.churn must be 0 or greater' '(normal)' 'from minus infinity to infinity'
unsure 'a distribution above a share' 's/"alignment": 0.8/"alignment": {"distribution": "lognormal", "p10": 0.5, "p90": 0.9}/' 'meritocracy.alignment must be from 0 to 1' '(lognormal)' 'goes from 0 to infinity'
unsure 'a distribution of no kind' "$(churn '{"distribution": "nromal", "mean": 0.1, "deviation": 0.05}')" ':12:31: organisation.churn.distribution' 'nromal' 'normal?'
unsure 'a name of no distribution' "$(churn '{"distribution": "normal", "mean": 0.1, "deviatoin": 0.05}')" 'organisation.churn.deviatoin is not known' 'deviation?'
unsure 'a deviation that is missing' "$(churn '{"distribution": "normal", "mean": 0.1}')" ':12:14: organisation.churn.deviation is missing'
unsure 'a deviation of nothing'   "$(churn '{"distribution": "normal", "mean": 0.1, "deviation": 0}')" 'organisation.churn.deviation must be greater than 0' 'is 0'
unsure 'a p90 below p10'          "$(churn '{"distribution": "lognormal", "p10": 0.1, "p90": 0.05}')" 'organisation.churn.p90 must be greater than p10, 0.1' 'is 0.05'
unsure 'a mode outside'           "$(churn '{"distribution": "triangular", "from": 0.1, "mode": 0.3, "to": 0.2}')" 'organisation.churn.mode must be between from and to' 'is 0.3'
unsure 'a beta too wide'          's/"alignment": 0.8/"alignment": {"distribution": "beta", "mean": 0.8, "deviation": 0.5}/' 'meritocracy.alignment.deviation must be' 'less than 0.4' 'is 0.5'
unsure 'a mixture of nothing'     "$(churn '{"distribution": "mixture", "parts": []}')" 'organisation.churn.parts must list the distributions'
unsure 'a share of nothing'       "$(churn '{"distribution": "mixture", "parts": [{"share": 0, "distribution": "uniform", "from": 0.1, "to": 0.2}]}')" 'organisation.churn.parts[0].share must be greater than 0' 'is 0'
unsure 'a value that cannot be'   "$(churn '{"distribution": "uniform", "from": 0.1, "to": 0.2, "value": 0.3}')" 'organisation.churn.value must be one that the distribution can give, 0.1 to 0.2' 'is 0.3'
unsure 'a distribution that is cut away' "$(churn '{"distribution": "normal", "mean": 0.1, "deviation": 0.05, "from": 9}')" 'organisation.churn.from leaves all but nothing'
unsure 'a width beyond numbers'   "$(churn '{"distribution": "lognormal", "p10": 1e-300, "p90": 1e300}')" 'organisation.churn spreads too widely'
unsure 'an uncertain what-if'     's/"escalation": 1/"escalation": [0, 1]/' 'what_if[0].set.escalation must be a number'
for told in \
    '"members": 0, "seed": 1~uncertainty.members must be a whole number from 1 to 10 million, but is 0' \
    '"members": 2.5, "seed": 1~uncertainty.members must be a whole number' \
    '"members": 5, "seed": -1~uncertainty.seed must be a whole number from 0' \
    '"members": 5, "seed": 1, "sed": 2~uncertainty.sed is not known; did you mean seed?' \
    '"members": 5, "seed": 1, "correlations": [{"first": "churn", "second": "chrun", "value": 0}]~uncertainty.correlations[0].second is "chrun", which is no uncertain parameter' \
    '"members": 5, "seed": 1, "correlations": [{"first": "churn", "second": "churn", "value": 0}]~second must not be the first' \
    '"members": 5, "seed": 1, "correlations": [{"first": "churn", "second": "churn", "value": 1}]~value must be between -1 and 1, but is 1'; do
    bad_json "uncertainty {${told%%~*}}" "$(churn '[0.1, 0.2]'); s/\"costs\"/\"uncertainty\": {${told%%~*}}, \"costs\"/" "${told#*~}"
done

bad_csv 'a bad cell'        's/14,80/1x4,80/'          'row 5, column heads' '1x4'
bad_csv 'a bad time'        's/^2011/last year/'       'row 4, column year' 'last year'
bad_csv 'a negative cell'   's/14,80/14,-80/'          'row 5, column buyers' 'is -80'
bad_csv 'not a number'      's/14,80/14,inf/'          'row 5, column buyers' 'inf'
bad_csv 'a cell too many'   's/14,80/14,80,3/'         'row 5' '4 cells'
bad_csv 'a time twice'      's/^2012/2010/'            'row 5, column year' '2010 is in row 3 too'
bad_csv 'a missing column'  's/heads/haeds/'           'no column heads' 'haeds?'
bad_csv 'an empty file'     'd'                        'is empty'
bad_csv 'only comments'     '2,$d'                     'is empty'
bad_csv 'only a head'       '3,$d'                     'no figures'
bad_csv 'a quote that is not closed' 's/14,80/14,"80/' 'row 5, column buyers' 'a quote is opened and never closed'
bad_csv 'a quote that is not closed in the head' 's/buyers/"buyers/' 'row 2, column 3' 'a quote is opened and never closed'
bad_csv 'two columns of one name' 's/buyers/heads/' 'row 2: columns 2 and 3 are both named heads'
bad_csv 'a series of zeros' 's/,50$/,0/; s/,80$/,0/' 'row 5, column buyers' 'all 2 figures up to this row are 0'
bad_csv 'figures of another time' 's/^20/19/'          'no figures between 2010 and 2015'

# Large inputs are refused soon, and nobody reads what has no end.
soon() { timeout 60 "$program" plan "$@" > out 2> err; }
cp figures.csv kept.csv
{ echo 'year,heads,buyers'; seq 1 1000000 | sed 's/.*/&,10,50/'; } > figures.csv
soon good.json
{ [ $? -eq 2 ] && grep -q -F 'row 10002, column year: more than 10000 rows' err; } || wrong 'a CSV of a million rows'
{ echo 'year,heads,buyers'; seq 1 20000 | sed 's/.*/&,10,50/'; } > figures.csv
soon good.json
{ [ $? -eq 2 ] && grep -q -F 'row 10002, column year: more than 10000 rows' err; } || wrong 'a CSV of 20,000 rows'
{ echo 'year,heads,buyers'; seq 1 10000 | sed 's/.*/&,10,50/'; } > figures.csv
sed 's/"start": 2010, "horizon": 5/"start": 0, "horizon": 200/' good.json > bad.json
soon bad.json || wrong 'a CSV of 10,000 rows: refused, or not done in 10 s'
cp kept.csv figures.csv
for endless in /dev/zero /dev/full; do
    [ ! -c $endless ] || { soon $endless; [ $? -eq 2 ] || wrong "$endless: exit status"; }
done
mkfifo pipe && {
    soon pipe
    { [ $? -eq 2 ] && grep -q -F 'pipe: is a device or a pipe' err; } || wrong 'a pipe nobody writes to'
    sed 's/figures.csv/pipe/' good.json > bad.json
    soon bad.json
    [ $? -eq 2 ] || wrong 'a pipe as CSV'
}
printf '%01000000d\n' 0 | tr 0 x > long.txt
for place in 's/"title"/"LONG"/' 's/"hiring_rate"/"LONG"/' 's/"linear\/hierarchy",/"LONG",/' 's/"heads"/"LONG"/' \
    's/"unit": "year"/"unit": "LONG"/' 's/"A shop"/"LONG"/' 's/"A shop",/"LONG/'; do
    sed "$place" good.json | awk 'NR == FNR { long = $0; next } { sub(/LONG/, long); print }' long.txt - > bad.json
    soon bad.json
    { [ $? -eq 2 ] && [ "$(wc -c < err)" -lt 1500 ]; } || wrong "a name of a million letters, $place"
done
{ printf '{'; seq 1 100000 | sed 's/.*/"&": 1,/'; printf '"a": 1}'; } > bad.json
soon bad.json
{ [ $? -eq 2 ] && grep -q -F 'too many entries' err; } || wrong 'a hundred thousand names'

# A report is never written onto what it is made from, and where it can't be is said before anything is computed.
for made in good.json ./good.json link.json hard.json link_of_csv figures.csv; do
    ln -s -f good.json link.json; ln -f good.json hard.json; ln -s -f figures.csv link_of_csv
    check "a report onto $made" good.json --report $made -- "$made: would overwrite"
    check "a report onto $made, made from a link" link.json --report $made -- "$made: would overwrite"
done
grep -q '"A shop"' good.json || wrong 'a report onto the scenario: the scenario is gone'
rm -f link.json hard.json link_of_csv

# What is most likely a slip is computed with, and asked about in one line, and in the file's words.
sed 's/"churn": 0.1/"churn": 20/' good.json > slip.json
"$program" plan slip.json > out 2> err || wrong 'a slip: refused'
{ [ "$(wc -l < err)" -eq 1 ] && grep -q -F 'slip.json:12:14: warning: organisation.churn is 20' err; } || wrong 'a slip: not asked about'
grep -q -F 'organisation.churn is 20' out || wrong 'a slip: no word of it in the text'
"$program" plan slip.json --json --report slip.html > out 2> err || wrong 'a slip as JSON: refused'
grep -q -F '"place": "slip.json:12:14"' out || wrong 'a slip: no word of it in the JSON'
grep -q -F 'organisation.churn is 20' slip.html || wrong 'a slip: no word of it in the report'
for hostile in 's/"people": 10/"people": 1e308/' 's/"horizon": 5/"horizon": 1e-12/' 's/"hiring_rate": 4/"hiring_rate": 1e308/' \
    's/"customers_per_person": 8/"customers_per_person": 1e-300/' 's/"churn": 0.1/"churn": 1e300/' 's/"units": 3/"units": 1e300/'; do
    sed "$hostile; s/\"recorded\".*,\$//" good.json > slip.json
    soon slip.json
    case $? in 0 | 2) ;; *) wrong "$hostile: exit status" ;; esac
done

# A scenario to begin with runs as it is; comments may stand anywhere.
for kind in '' linear parallel network; do
    # shellcheck disable=SC2086 # no kind, no word
    "$program" plan --init $kind > first.json 2> err || wrong "--init $kind: refused"
    "$program" plan first.json > out 2> err || wrong "--init $kind: can't be used as it is"
    [ ! -s err ] || wrong "--init $kind: something is asked about it"
done
"$program" plan --explain churn > out 2> err || wrong '--explain: refused'
grep -q -F 'customers who leave' out || wrong '--explain: no word of it'
check 'an unknown kind of beginning' --init liner -- '--init liner is not known' 'linear?'
check 'an unknown parameter' --explain hirign_rate -- 'hirign_rate is neither a parameter' 'hiring_rate?'
check 'an explanation of nothing' --explain -- '--explain takes one PARAMETER'
check 'a beginning beside a scenario' good.json --init linear -- '--init must be used alone' 'good.json'
check 'two that stand alone' --init linear --explain churn -- '--init must be used alone' '--explain'
bad_json 'all that is missing, at once' '/"A shop"/d; s/"people": 10, //; s/, "horizon": 5//; /hiring_rate/d' \
    '4 entries are missing: title; time.horizon; now.people; hiring_rate [people/time]'
bad_json 'a share in percent' 's/"alignment": 0.8/"alignment": 80/' 'meritocracy.alignment must be from 0 to 1' 'for 80 percent write 0.8'
bad_json 'a section nobody knows under network' 's/"imitation": 0.4/"imitation": 0.4, "service": 3/' 'network.service is not known'

# Figures alone: what identify refuses, and what it takes.
command=identify
# bad_data NAME TEXT WORDS...: a file of figures, as printf writes it.
bad_data() {
    name=$1
    # shellcheck disable=SC2059 # a format
    printf "$2" > data.csv
    shift 2
    check "$name" data.csv --report report.html -- data.csv "$@"
}
bad_data 'no figures at all'       ''                                          'is empty'
bad_data 'only a head'             'year,users\n'                              'row 1' 'no column of figures'
bad_data 'a ragged row'            'year,users\n2001,1\n2002,2,3\n'            'row 3 has 3 cells'
bad_data 'text in numbers'         'year,users\n2001,1\n2002,many\n2003,3\n'   'row 3, column users' 'many'
bad_data 'a date twice'            'year,users\n2001,1\n2001,2\n'              'row 3, column year' 'row 2 too'
bad_data 'a number of two meanings' 'year;users\n2001;1.234\n2002;2.345\n'     'row 2, column users' '1234'
bad_data 'a date of two meanings'  'day,users\n1/2/2001,1\n2/3/2001,2\n'       'row 2, column day' 'month first'
bad_data 'no such day'             'day,users\n2001-02-30,1\n2001-03-01,2\n'   'row 2, column day' "doesn't exist"
bad_data 'a quote never closed'    'year,users\n2001,"1\n2002,2\n'             'row 2, column users' 'never closed'
bad_data 'two columns of one name' 'year,users,users\n2001,1,1\n2002,2,2\n'   'row 1: columns 2 and 3 are both named users'
bad_data 'a negative figure'       'year,users\n2001,1\n2002,-2\n'             'row 3, column users' '-2'
bad_data 'bytes of no text'        'year,users\n2001,\001\n'                   'row 2, column users' 'byte (1)'
bad_data 'UTF-16'                  '\377\376y\000'                             'row 1' 'UTF-16'
bad_data 'a spreadsheet'           'PK\003\004'                                'row 1' 'spreadsheet'
bad_data 'no times'                'users\n1\n2\n3\n'                          'row 1' 'neither a column of times'
printf 'year,users,staff\n2001,1,2\n2002,2,2\n' > data.csv
check 'a column that is not there' data.csv --output usres -- 'no column usres' 'users?'
check 'a column for two purposes'  data.csv --size users --output users -- 'users' "can't be two"
check 'an unknown decimal mark'    data.csv --decimal dot -- '--decimal is point or comma'
check 'a report onto the figures'  data.csv --report data.csv -- 'data.csv: would overwrite'
check 'a device'                   /dev/null -- '/dev/null: is a device'
{ echo 'year,users'; seq 1 10000000 | sed 's/$/,5/'; } > data.csv
# In bounded memory; AddressSanitizer reserves more addresses than any limit, and limits what is used itself.
( if (ulimit -v 400000; "$program" --version > /dev/null 2>&1); then ulimit -v 400000; fi
  ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}hard_rss_limit_mb=400" timeout 60 "$program" identify data.csv > out 2> err )
{ [ $? -eq 2 ] && grep -q -F 'row 10002, column year: more than 10000 rows' err; } || wrong 'ten million rows'
printf 'year;users\r\n2003;1,5\r\n2001;0,5\r\n2002;NA\r\n' > data.csv
"$program" identify data.csv --json > out 2> err || wrong 'a few figures: refused'
grep -q -F '"verdict": "not_enough_data"' out || wrong 'a few figures: a verdict'
printf 'year;users\n2001;1.234\n2002;2.345\n' > data.csv
"$program" identify data.csv --decimal comma > out 2> err || wrong 'thousands, stated: refused'
command=calibrate
check 'nothing to estimate'        good.json -- '--free is missing' 'usage: orgscale calibrate SCENARIO.json --free NAMES [--into'
check 'no such parameter'          good.json --free chrun -- '--free chrun is no parameter' 'churn?'
check 'an empty name'              good.json --free churn, -- '--free lists names'
check 'a parameter not stated'     good.json --free attrition -- 'attrition is not stated'
check 'more parameters than figures' good.json --free churn,hiring_rate,customers_per_person,span_of_control,control_retention \
    -- "5 figures can't determine 5"
sed '/"recorded"/d' good.json > bad.json
check 'no record'                  bad.json --free churn -- 'has no record'
command=compare
usage='usage: orgscale compare SCENARIO.json --across NAME=LOW..HIGH --up NAME=LOW..HIGH [--between ONE,OTHER] [--csv'
check 'nothing to map'             good.json -- '--across and --up are needed' "$usage"
check 'half of a map'              good.json --up churn=0..0.1 -- '--across and --up are needed' "$usage"
check 'no scenario to map'         --across churn=0..0.1 --up hiring_rate=1..9 -- 'no SCENARIO.json given' "$usage"
command=plan

mv figures.csv away.csv
check 'a CSV that is not there' good.json --report report.html -- figures.csv 'no such file'
mkdir figures.csv
check 'a CSV that is a folder' good.json --report report.html -- figures.csv 'is a directory'
rmdir figures.csv
mv away.csv figures.csv

: > bad.json
check 'an empty scenario' bad.json --report report.html -- bad.json 'not JSON' 'line 1'
echo '[1, 2]' > bad.json
check 'a list' bad.json -- bad.json 'must be an object'
printf '{"title": "\377"}' > bad.json
check 'bytes that are no text' bad.json -- bad.json 'not JSON'
check 'a scenario that is not there' nowhere.json --report report.html -- nowhere.json 'no such file'
check 'a folder as scenario' . --report report.html -- 'is a directory'
check 'no arguments' -- 'no SCENARIO.json given' 'usage: orgscale plan SCENARIO.json [--report FILE.html] [--json]' '--init [KIND]'
check 'an unknown option' good.json --reprot report.html -- '--reprot' '--report?' 'usage'
check 'a report without a name' good.json --report -- '--report takes one FILE.html' 'usage'
check 'two scenarios' good.json good.json -- 'one SCENARIO.json at a time' 'usage'
check 'two reports' good.json --report a.html --report b.html -- '--report takes one FILE.html' 'usage'
check 'a value for what takes none' good.json --json=yes -- '--json takes no value' 'usage'
command=''
check 'no command' -- 'no command given' 'usage: orgscale COMMAND'
check 'an unknown command' paln good.json -- 'command paln is not known' 'did you mean plan?' 'usage'
check 'a scenario and no command' good.json -- 'command good.json is not known' 'usage'
check 'an option and no command' --verison -- 'option --verison is not known' '--version?' 'usage'
command=plan
check 'a report in no folder' good.json --report nowhere/report.html -- nowhere/report.html 'there is no folder'
check 'a folder as report' good.json --report . -- 'is a directory'
check 'a device as report' good.json --report /dev/full -- /dev/full
[ -c /dev/full ] || wrong 'a device as report: the device is gone'
if [ "$(id -u)" -ne 0 ]; then
    mkdir locked && chmod 555 locked
    check 'a locked folder' good.json --report locked/report.html -- locked/report.html "can't be written"
    cp good.json secret.json && chmod 000 secret.json
    check 'a secret scenario' secret.json -- secret.json "can't be read"
fi

"$program" plan good.json --report report.html > /dev/full 2> err
[ $? -eq 2 ] || wrong 'full standard output: exit status'
[ ! -e report.html ] || [ -s err ] || wrong 'full standard output: no word of it'

# Slips in JSON, in numbers and in what may be chosen: what is most likely meant.
slip() { check "$1" slip.json -- "$2" "$3"; }
sed 's/"churn": 0.1/"churn": 0,1/' good.json > slip.json
slip 'a decimal comma' 'not JSON: line 12' 'a number has a point, not a comma'
sed 's/"churn": 0.1/"churn": 0.1,/' good.json > slip.json
slip 'a comma too many' 'not JSON: line 13' 'a comma too many'
sed 's/"hiring_rate": 4,/"hiring_rate": 4/' good.json > slip.json
slip 'a comma missing' 'not JSON: line 11' 'a comma missing'
sed 's/"churn": 0.1/"churn": "10 %"/' good.json > slip.json
slip 'a percentage in quotes' 'organisation.churn must be a number' 'write 0.1, without quotes'
sed 's/"churn": 0.1/"churn": "much"/' good.json > slip.json
slip 'a word for a number' 'organisation.churn must be a number' 'but is a text'
sed 's/"now_is": "linear\/hierarchy"/"promise": {"customers": 90}, "choose": {"hirign_rate": [1, 9]}/; /"hiring_rate": 4,/d' good.json > slip.json
slip 'a misspelt choice of what is missing' 'choose.hirign_rate is not known' 'hiring_rate?'
sed 's/"now_is": "linear\/hierarchy"/"promise": {"share": 95}, "choose": {"hiring_rate": [1, 9]}/' good.json > slip.json
slip 'a promise in percent' 'promise.share must be from 0 to 1' 'for 95 percent write 0.95'

# A range needs no word about its draws.
sed 's/"churn": 0.1/"churn": [0.05, 0.1]/' good.json > first.json
"$program" plan first.json > out 2> err || wrong 'a range alone: refused'
grep -q -F '1,000 runs over 1 uncertain parameter' out || wrong 'a range alone: no runs'

"$program" compare --help > out
grep -q -F -e "$usage" out || wrong 'help of compare: what it needs is optional'

# Help and version are no bad input.
for asked in --help -h 'plan --help' 'plan -h' --version; do
    # shellcheck disable=SC2086 # words
    "$program" $asked > out 2> err || wrong "$asked: exit status"
    [ ! -s err ] || wrong "$asked: something on standard error"
    grep -q -e orgscale out || wrong "$asked: no word of it"
done
"$program" plan --help > out
awk 'length > 100 { exit 1 }' out || wrong 'help: a line is longer than 100 letters'
for word in 'usage: orgscale plan SCENARIO.json' --report --json '"distribution": "beta"' '"policy": "shop_floor"' '"promise"' '"stages"'; do
    grep -q -F -e "$word" out || wrong "help: no $word"
done

if [ "$failures" -ne 0 ]; then
    echo "$failures failed"
    exit 1
fi
echo 'all refused as they should be'
