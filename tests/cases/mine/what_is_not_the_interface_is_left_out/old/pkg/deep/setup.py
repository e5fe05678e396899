def configuration(parent_package=''):
    pass
