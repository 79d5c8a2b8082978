"""The projection model of digigov in numpy, written from docs/METHOD.md and from nothing else.

`project(inputs(folder), scenario)` answers for the central case, or for as many draws as the assumptions
are given numbers for. check.py beside it holds it against the program; `make check` runs that. Payback is the
one metric that is left out.
"""

import csv
import pathlib

import numpy as np

STREAMS = ["automation", "channel", "fraud", "contractors", "legacy"]
CLASSES = {"cg": "legacy_share_central", "nhs": "legacy_share_nhs", "pol": "legacy_share_police"}


def inputs(folder):
    """The model's tables of a data folder, by their keys."""
    def rows(name):
        with open(pathlib.Path(folder) / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    keys = {}
    for row in rows("allocation_keys"):
        keys.setdefault(row["key"], {})[row["organisation_code"]] = float(row["value"])
    return {
        "organisations": {row["code"]: row["legacy_class"] for row in rows("organisations")},
        # Section 5: a weight over the sum of all weights.
        "shares": {key: {code: value / sum(of.values()) for code, value in of.items()} for key, of in keys.items()},
        "p50": {row["id"]: float(row["p50"]) for row in rows("assumptions")},
        "fixed": {row["id"]: float(row["value"]) for row in rows("fixed_parameters")},
        "overlaps": {(row["stream_a"], row["stream_b"]): float(row["weight"]) for row in rows("overlap_weights")},
        "schedules": rows("discount_schedules")}


def factors(data, discounting, years):
    """Section 4: the worth of a pound of each year."""
    def rate(year):
        if not isinstance(discounting, str):
            return discounting
        return next(float(row["rate"]) for row in data["schedules"] if row["schedule"] == discounting
                    and int(row["from_year"]) <= year <= int(row["to_year"] or year))
    return np.cumprod([1.0] + [1 / (1 + rate(year)) for year in range(1, years)])


def organisation(data, code, levers, a, key_set, year):
    """Sections 7, 9, 10 and 11 for one organisation: series of shape (years, draws)."""
    fixed, share = data["fixed"], {key: of[code] for key, of in data["shares"].items()}
    start, pace = levers["start_delay"], levers["pace"]
    opening, closing, middle, maturity = (
        np.maximum(0, year - start + later) for later in (0, 1, 0.5, 0.5 - fixed["benefit_lag_years"]))
    overrun = (1 + (a["cost_overrun"] - 1) * (1 - levers["risk_mitigation"])
               + fixed["mitigation_cost_rate"] * levers["risk_mitigation"])
    plan = a["investment_per_benefit"] * pace ** -fixed["crash_exponent"]
    gross, rolled, held = {}, 0, 0
    for stream in STREAMS[:3]:
        def taken_up(time):
            half = a[f"{stream}_years_to_half"] * pace * (1 + a["schedule_overrun"])
            x = np.exp(-np.log(2 + a["adoption_shape"]) * time / half)
            return (1 - x) / (1 + a["adoption_shape"] * x)
        size = a[f"{stream}_potential"] * share[key_set if stream == "automation" else stream]
        coverage = levers[f"{stream}_coverage"]
        reach = 1 - (1 - coverage) ** a["value_concentration"]
        gross[stream] = size * reach * a[f"{stream}_realisation"] * taken_up(maturity)
        rolled = rolled + size * coverage * (taken_up(closing) - taken_up(opening))
        held = held + size * coverage * taken_up(opening)
    gross["fraud"] = gross["fraud"] * (1 - a["fraud_erosion"]) ** maturity
    # Contractors: the cost of a civil servant, and the posts replaced.
    salary = a["digital_salary"]
    wage = (salary + salary * fixed["employer_pension_rate"]
            + fixed["employer_ni_rate"] * np.maximum(salary - fixed["employer_ni_threshold"], 0))
    posts = levers["contractor_posts"] * share["contractor"] * a["post_fill_rate"]
    converted = lambda time: 1 - 0.5 ** (time / fixed["conversion_half_time_years"])
    gross["contractors"] = posts * converted(middle) * wage * (a["contractor_cost_multiple"] - 1) / 1000
    conversion = (posts * (converted(closing) - converted(opening))
                  * (a["handover_months"] / 12 * wage + fixed["recruitment_share"] * salary) / 1000)
    # Legacy: a stock with flows, with the programme and without.
    first, m = a[CLASSES[data["organisations"][code]]], a["legacy_upkeep_multiple"]
    now, base = fixed["legacy_share_current"], a["baseline_remediation"]
    ageing = np.maximum(0, (a["legacy_drift"] + base * now) / (1 - now))
    ramp = np.clip((year + 0.5 - start) / fixed["remediation_ramp_years"], 0, 1)
    extra = levers["legacy_remediation"] * ramp
    policy, still = [first + 0 * ageing], [first + 0 * ageing]
    for t in range(len(year)):
        policy.append((policy[t] + ageing) / (1 + ageing + base + extra[t]))
        still.append((still[t] + ageing) / (1 + ageing + base))
    policy, still = np.stack(policy), np.stack(still)
    modern = a["run_share"] * fixed["national_digital_spend"] * share["digital_spend"] / (1 + (m - 1) * first)
    gross["legacy"] = modern * (m - 1) * (still[:-1] - policy[:-1])
    remediation = a["remediation_cost"] * m * modern * extra * policy[1:] * overrun
    # Section 10: half of each overlap is taken from both.
    net = dict(gross)
    for (one, other), weight in data["overlaps"].items():
        half = 0.5 * a["overlap_scale"] * weight * np.minimum(gross[one], gross[other])
        net[one], net[other] = net[one] - half, net[other] - half
    # Section 11: of legacy, what falls below today's level is cash.
    below = np.minimum(np.maximum(modern * (m - 1) * (first - policy[:-1]), 0), gross["legacy"])
    banked = net["legacy"] * np.divide(below, gross["legacy"], out=np.zeros_like(below), where=gross["legacy"] != 0)
    series = {f"net.{stream}": value for stream, value in net.items()}
    series |= {f"gross.{stream}": value for stream, value in gross.items()}
    series["benefit"] = sum(net.values())
    series["cash"] = (a["automation_cash_share"] * net["automation"] + a["channel_cash_share"] * net["channel"]
                      + net["contractors"] + banked)
    series["exchequer"] = a["fraud_exchequer_share"] * net["fraud"]
    series["investment"], series["running"] = plan * overrun * rolled, a["running_cost_rate"] * plan * held
    series["conversion"], series["remediation"] = conversion, remediation
    series["cost"] = sum(series[part] for part in ("investment", "running", "conversion", "remediation"))
    # Section 8, for the NHS.
    for name, stock in (("outages", policy), ("outages_baseline", still)):
        due = a["outages_due_to_legacy"]
        series[name] = a["outage_rate"] * (1 - due + due * stock[:-1] / first) * (code == "NHS")
    return series


def project(data, scenario, assumptions=None):
    """A scenario as in the answer of `digigov project` (member scenario). Assumptions are numbers of the draws
    by id; without them the central case. The answer: national series, those of organisations, metrics."""
    fixed = {id: range["p50"] for id, range in scenario["assumptions"].items()}
    a = {id: np.atleast_1d(np.asarray(value, float)) for id, value in
         (assumptions or data["p50"] | fixed).items()}
    years = int(data["fixed"]["horizon_years"])
    year = np.arange(years, dtype=float)[:, None]
    own = {code: organisation(data, code, scenario["levers"] | scenario["overrides"].get(code, {}), a,
                              scenario["key_set"], year) for code in data["organisations"]}
    names = next(iter(own.values()))
    nation = {name: sum(series[name] + 0 * year * a["cost_overrun"] for series in own.values()) for name in names}
    # Section 12.
    worth = factors(data, scenario["discounting"], years)[:, None]
    benefit, cost = (worth * nation["benefit"]).sum(0), (worth * nation["cost"]).sum(0)
    with np.errstate(divide="ignore", invalid="ignore"):
        metrics = {
            "present_value_benefit": benefit, "present_value_cost": cost, "npsv": benefit - cost,
            "bcr": np.where(cost > 0, benefit / cost, np.nan),
            "switching_value": np.where(benefit > 0, 1 - cost / benefit, np.nan),
            "cash_npv": (worth * (nation["cash"] + nation["exchequer"])).sum(0) - cost,
            "final_benefit": nation["benefit"][-1], "final_cash": nation["cash"][-1] + nation["exchequer"][-1],
            "total_investment": nation["investment"].sum(0),
            "outages_avoided": (nation["outages_baseline"] - nation["outages"]).sum(0)}
    metrics["npsv_of"] = {code: (worth * (series["benefit"] - series["cost"])).sum(0) for code, series in own.items()}
    return nation, own, metrics
