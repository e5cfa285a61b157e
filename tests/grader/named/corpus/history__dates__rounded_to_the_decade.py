# exercise: history/dates
# mistake: only the decades
# name: rounded_to_the_decade
# costs: everything
# seed: 0
answers = {}
answers['history/dates'] = {"years": [1950, 1980, 2010, 2010, 2010]}
