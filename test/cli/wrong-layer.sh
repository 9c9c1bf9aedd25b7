casus read --layers=sentences,weather
